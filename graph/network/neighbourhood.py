"""What lies around nodes and between them: never more than fits a screen."""

import sqlite3
from collections.abc import Iterable, Sequence
from heapq import nlargest
from itertools import combinations

from graph.limits import check_within
from graph.network.hops import (
    ANYTHING,
    Bounds,
    Fence,
    bounds,
    neighbours,
    topic_nodes,
)
from graph.network.links import MOST_NODES, Subgraph, subgraph
from graph.network.nodes import key_of, keys_of
from graph.network.projection import Projection, projection
from graph.network.routes import Deadline, Late, shortest
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput

MOST_JOINED = 10
"""The most nodes that are joined."""


def neighbourhood(
    source: ReadModel | HasReadModel,
    centre: str,
    wanted: ClaimFilter | None = None,
    *,
    depth: int = 1,
    each: int = 30,
    most: int = MOST_NODES,
) -> Subgraph:
    """What lies within `depth` hops of a node, the most spoken of first.

    Of each node at most `each` neighbours, of all at most `most`. Raises NotFound
    for a name that nobody bears, BadInput for a number out of bounds.
    """
    check_within("depth", depth, 1, 3)
    check_within("each", each, 1, 500)
    check_within("most", most, 1, 1000)
    scope = wanted or ClaimFilter()
    model = read_model_of(source)
    graph = projection(model)
    with model.reading() as db:
        reach = _Reach(db, graph, scope, each)
        found, truncated = {key_of(db, centre): None}, False
        fringe = list(found)
        for _ in range(depth):
            near, more = reach.beyond(fringe)
            fringe = [node for node in near if node not in found]
            truncated |= more or len(found) + len(fringe) > most
            fringe = fringe[: most - len(found)]
            found |= dict.fromkeys(fringe)
        return connected(subgraph(model, db, found, scope, truncated=truncated))


class _Reach:
    """The neighbours of nodes that a filter allows for, at most `each` of one node."""

    def __init__(
        self, db: sqlite3.Connection, graph: Projection, wanted: ClaimFilter, each: int
    ) -> None:
        self._graph, self._each = graph, each
        self._bounds: Bounds = bounds(wanted, directed=False)
        self._everywhere = self._bounds == ANYTHING
        self._topics = topic_nodes(db, wanted.topic) if wanted.topic else None

    def beyond(self, nodes: Iterable[int]) -> tuple[list[int], bool]:
        """The neighbours of several nodes, each once, and whether there are more."""
        found: dict[int, None] = {}
        more = False
        for node in nodes:
            near, left = self._nearest(node)
            found |= dict.fromkeys(near)
            more |= left
        return list(found), more

    def _nearest(self, node: int) -> tuple[list[int], bool]:
        """The neighbours with most claims, and whether there are more."""
        near = [
            (edge.claims, -abs(other), other)
            for other, edge in tuple(self._graph.adjacent.get(node, {}).items())
            if (self._topics is None or other > 0 or other in self._topics)
            and (self._everywhere or self._bounds.allow(edge, node, other))
        ]
        nearest = nlargest(self._each, near)
        return [other for _, _, other in nearest], len(near) > self._each


def connected(found: Subgraph) -> Subgraph:
    """Without nodes that have no link: what bounds allowed for and claims did not."""
    # by identity: a node's hash is that of its three strings, for each of many links
    linked = {id(node) for link in found.links for node in (link.start, link.end)}
    first = found.nodes[:1]
    nodes = tuple(node for node in found.nodes if id(node) in linked or node in first)
    return Subgraph(nodes, found.links, found.truncated)


def joining(
    source: ReadModel | HasReadModel,
    names: Sequence[str],
    wanted: ClaimFilter | None = None,
    *,
    max_hops: int = 6,
    seconds: float = 1.0,
) -> Subgraph:
    """The nodes on shortest paths between every two of some, and what links them.

    Pairs that nothing joins within `max_hops` stay apart.
    """
    if not 2 <= len(names) <= MOST_JOINED:
        raise BadInput(f"from 2 to {MOST_JOINED} nodes are joined, not {len(names)}")
    scope = wanted or ClaimFilter()
    model = read_model_of(source)
    graph = projection(model)
    deadline = Deadline(seconds)
    with model.reading() as db:
        ends = list(dict.fromkeys(keys_of(db, names)))
        topics = topic_nodes(db, scope.topic) if scope.topic else None
        fence = Fence(topics=topics, ends=frozenset(ends))
        near = neighbours(graph, bounds(scope, directed=False), fence, deadline)
        found, truncated = dict.fromkeys(ends), False
        try:
            for start, end in combinations(ends, 2):
                route = shortest(near, start, end, max_hops, deadline)
                found |= dict.fromkeys(route or ())
        except Late:
            truncated = True
        return subgraph(model, db, found, scope, truncated=truncated)


def among(
    source: ReadModel | HasReadModel,
    names: Sequence[str],
    wanted: ClaimFilter | None = None,
) -> Subgraph:
    """The links among these nodes, at most `MOST_NODES`, and no others."""
    if len(names) > MOST_NODES:
        raise BadInput(f"at most {MOST_NODES} nodes are drawn, not {len(names)}")
    model = read_model_of(source)
    with model.reading() as db:
        return subgraph(model, db, keys_of(db, names), wanted or ClaimFilter())
