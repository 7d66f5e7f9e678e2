"""Changes of graphs, as updates small enough for a server to take.

Virtuoso refuses an update of some 5000 lines ("memory exhausted"), so one has at most
`MOST_TRIPLES`. What belongs together is a list of them, the last of which gives the
revision: however often the list is run, and wherever it was cut off before, the graphs
are the same afterwards.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox

from graph.batches import batched
from graph.mapping.terms import REVISION
from graph.storage.graphs import TOGETHER, block

MOST_TRIPLES = 3500
"""Triples in an update, if no single graph has more."""

Changes = Mapping[ox.NamedNode, Sequence[ox.Quad]]


def batches(changes: Changes) -> Iterator[Changes]:
    """The changes in as many parts as it takes, each at most `TOGETHER` graphs."""
    part: dict[ox.NamedNode, Sequence[ox.Quad]] = {}
    size = 0
    for graph, quads in changes.items():
        full = len(part) == TOGETHER or size + len(quads) > MOST_TRIPLES
        if part and full:
            yield part
            part, size = {}, 0
        part[graph] = quads
        size += len(quads)
    if part:
        yield part


def replacements(changes: Changes, own: ox.NamedNode) -> list[str]:
    """The updates that put one part in place, and then sign it with a revision."""
    *first, last = _pieces(changes)
    return [*first, f"{last} ;\n{signature(changes, own)}"]


def drops(graph: ox.NamedNode) -> str:
    """The operation that leaves nothing of a graph, there or not."""
    return f"DROP SILENT GRAPH {graph}"


def inserts(graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> Iterator[str]:
    """The operations that add quads to a graph, `MOST_TRIPLES` each."""
    for several in batched(quads, MOST_TRIPLES):
        yield f"INSERT DATA {{ GRAPH {graph} {{\n{block(several)}}} }}"


def begins(own: ox.NamedNode) -> str:
    """The operation that makes the counter of revisions, where there is none."""
    return (
        f"INSERT {{ GRAPH {own} {{ {own} {REVISION} 0 }} }}"
        f" WHERE {{ FILTER NOT EXISTS {{ GRAPH {own} {{ {own} {REVISION} ?n }} }} }}"
    )


def signature(graphs: Iterable[ox.NamedNode], own: ox.NamedNode) -> str:
    """The operations that give graphs the next revision, the counter's coming last.

    The server counts, so that two who write at once never have the same number; whoever
    sees the counter move finds the graphs signed, even where an update is several
    transactions.
    """
    listed = " ".join(map(str, graphs))
    each, counter = f"?g {REVISION}", f"{own} {REVISION}"
    following = f"GRAPH {own} {{ {counter} ?n }} BIND(?n + 1 AS ?next)"
    return (
        f"DELETE {{ GRAPH {own} {{ {each} ?old }} }}"
        f" WHERE {{ VALUES ?g {{ {listed} }} GRAPH {own} {{ {each} ?old }} }} ;\n"
        f"INSERT {{ GRAPH {own} {{ {each} ?next }} }}"
        f" WHERE {{ VALUES ?g {{ {listed} }} {following} }} ;\n"
        f"DELETE {{ GRAPH {own} {{ {counter} ?n }} }}"
        f" INSERT {{ GRAPH {own} {{ {counter} ?next }} }} WHERE {{ {following} }}"
    )


def _pieces(changes: Changes) -> list[str]:
    """One update; of a graph that is too large, one for each part of it."""
    operations = [
        operation
        for graph, quads in changes.items()
        for operation in (drops(graph), *inserts(graph, quads))
    ]
    if len(operations) <= 2 * len(changes):
        return [" ;\n".join(operations)]
    return operations
