"""What becomes of articles that are put into a store."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

import pyoxigraph as ox

from graph.storage.graphs import Graphs


class Outcome(StrEnum):
    """What became of an article that was put."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"


def put(
    graphs: Graphs, given: Mapping[ox.NamedNode, Sequence[ox.Quad]]
) -> list[Outcome]:
    """Put quads in place of what each graph held; what became of each, in order.

    The quads of a graph come without doubles. A graph that has them already is not
    written.
    """
    known = graphs.contents(given)
    outcomes = {graph: _outcome(quads, given[graph]) for graph, quads in known}
    changed = (graph for graph in given if outcomes[graph] is not Outcome.UNCHANGED)
    graphs.write({graph: given[graph] for graph in changed})
    return list(outcomes.values())


def _outcome(known: Sequence[ox.Quad], given: Sequence[ox.Quad]) -> Outcome:
    if len(known) == len(given) and set(known) == set(given):
        return Outcome.UNCHANGED
    return Outcome.REPLACED if known else Outcome.ADDED
