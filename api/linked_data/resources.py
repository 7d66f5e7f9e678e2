"""What the data says of one resource, as triples."""

from itertools import islice

import pyoxigraph as ox

from graph.mapping.iris import Iris, escape
from graph.store import Store

MOST_LINKS = 200
"""Triples that name a resource as their object, of which a hub has very many."""


def node(iris: Iris, kind: str, id: str) -> ox.NamedNode:
    """The IRI of a resource of this kind: `claim`, `agent` and so on."""
    if kind == "topic":
        return iris.topic(id)
    path = "/".join(map(escape, id.split("/"))) if kind == "extractor" else escape(id)
    return ox.NamedNode(f"{iris.base}{kind}/{path}")


def about(store: Store, resource: ox.NamedNode) -> list[ox.Triple]:
    """What is said of a resource and its fragments, and what names it."""
    pattern = store.graph.quads_for_pattern
    if own := [quad.triple for quad in pattern(None, None, None, resource)]:
        return own  # an article is the name of its graph
    # lists: what is left of an iterator must not die in another thread
    said = {quad.triple for quad in list(pattern(resource, None, None))}
    parts = [
        each.object
        for each in said
        if isinstance(each.object, ox.NamedNode)
        and each.object.value.startswith(f"{resource.value}#")
    ]
    for part in parts:
        said |= {quad.triple for quad in list(pattern(part, None, None))}
    if said:
        links = pattern(None, None, resource)
        said |= {quad.triple for quad in islice(links, MOST_LINKS)}
        del links
    return sorted(said, key=str)
