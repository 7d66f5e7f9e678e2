"""Articles' graphs as format 1 had them, in today's shape.

There the place of a claim was a resource (`or:evidence`), each span had its offsets and
words (`oa:start`, `oa:end`, `oa:exact`), and the parts of a claim had types.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

import pyoxigraph as ox
from rdflib.namespace import SDO

from graph.mapping.terms import AGENT, AS_GIVEN, HAS_SOURCE, KINDS, OA, TYPE, node
from graph.mapping.triples import value
from graph.storage.graphs import Object, Subject
from ontology.namespace import OR

HAS_PLACE = node(f"{OR._NS}evidence")

_OFFSETS = {node(OA + "start"), node(OA + "end"), node(OA + "exact")}

_PARTS = {node(OR.Span), node(OR.Profile), node(SDO.Quotation)}


def modern(quads: Sequence[ox.Quad]) -> list[ox.Quad]:
    """The quads of a graph in today's shape; those of another shape as they are."""
    places = {q.object: q.subject for q in quads if q.predicate == HAS_PLACE}
    if not places:
        return list(quads)
    kinds = set(KINDS.values())
    kept = {q.subject for q in quads if q.predicate == TYPE and q.object in kinds}
    moved = [
        _at(places, quad)
        for quad in quads
        if not _said_again(quad, kept) and not _of_place(quad, places)
    ]
    return list(_one_order(moved))


def _said_again(quad: ox.Quad, kept: Set[Subject]) -> bool:
    """Whether the quad goes; `kept` are agents that have a kind."""
    if quad.predicate in _OFFSETS or quad.predicate == HAS_PLACE:
        return True
    if quad.predicate != TYPE:
        return False
    return quad.object in _PARTS or (quad.object == AGENT and quad.subject in kept)


def _of_place(quad: ox.Quad, places: Mapping[Object, Subject]) -> bool:
    """Whether this is what a claim's place had beside its spans."""
    return quad.subject in places and quad.predicate in (TYPE, HAS_SOURCE)


def _at(places: Mapping[Object, Subject], quad: ox.Quad) -> ox.Quad:
    """The quad at the claim, if it was at its place."""
    subject = places.get(quad.subject, quad.subject)
    return ox.Quad(subject, quad.predicate, quad.object, quad.graph_name)


def _one_order(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """The same quads, the lists that one resource has in the order given in one."""
    given: dict[Subject, ox.Quad] = {}
    for quad in quads:
        if quad.predicate != AS_GIVEN:
            yield quad
        elif quad.subject not in given:
            given[quad.subject] = quad
        else:
            given[quad.subject] = _joined(given[quad.subject], quad)
    yield from given.values()


def _joined(one: ox.Quad, other: ox.Quad) -> ox.Quad:
    lists = json.loads(value(one.object)) | json.loads(value(other.object))
    # in the order in which a claim's triples are written
    names = ("topics", "modality", "source", "cue", "content")
    written = json.dumps({name: lists[name] for name in names if name in lists})
    return ox.Quad(one.subject, AS_GIVEN, ox.Literal(written), one.graph_name)
