"""What a dump says of names, taken over: which are one, and the topic scheme."""

from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph as ox

from graph.curation import identification, scheme_changes
from graph.curation.curation import GRAPHS, TOPICS, quads
from graph.curation.identification import Identification
from graph.store import Store

Given = Mapping[str, Sequence[ox.Quad]]
"""Quads by the name of their graph, whatever base they have."""


def take_over(store: Store, given: Given) -> int:
    """Add what is new to the store's own decisions; gives the number of these.

    Where both relabel or nest a topic, the store's own holds.
    """
    changes = scheme_changes.from_rdf(given.get(TOPICS, ()))
    both = store.curation.changes.over(changes)
    written, added = {}, 0
    for name in GRAPHS:
        own = _own(store, name)
        new = set(identification.from_rdf(given.get(name, ()))) - set(own)
        relabelled = name == TOPICS and both != store.curation.changes
        if new or relabelled:
            written[name] = list(quads(name, [*own, *_in_order(new)], both, store.iris))
            added += len(new) + relabelled
    if written:
        store.curate(written)
    return added


def _own(store: Store, name: str) -> list[Identification]:
    graph = store.iris.graph(name)
    return identification.from_rdf(store.quads(graph))


def _in_order(found: Iterable[Identification]) -> list[Identification]:
    return sorted(found, key=lambda each: (each.at or "", each.id))
