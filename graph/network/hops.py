"""Hops of a path: which edges a search may take, and the claims of those it took."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import numpy as np

from graph.dates import first_day, last_day
from graph.network.projection import Edge, Projection
from graph.network.routes import Deadline, Neighbours
from graph.read_model.rows import STANCES, position
from graph.search.filters import ClaimFilter
from graph.search.in_memory import Matched
from graph.search.names import topic_keys
from graph.search.plan import Plan
from graph.search.ranking import first_places

SHOWN = 10
"""How many claims a hop carries, the newest; the rest are counted."""

_NOWHERE: dict[int, Edge] = {}
"""What a node is joined to that no claim names."""


@dataclass(frozen=True)
class Bounds:
    """What an edge must allow for: a test that can let too much through, never too
    little. The claims of the answer decide."""

    stances: int
    since: int
    until: int
    confidence: float
    directed: bool

    def allow(self, edge: Edge, node: int, other: int) -> bool:
        """Whether the edge may be taken from one node to the other."""
        return (
            (not self.directed or (edge.rising if node < other else edge.falling))
            and bool(edge.stances & self.stances)
            and edge.confidence >= self.confidence
            and (not self.since or edge.last >= self.since)
            and (not self.until or edge.first <= self.until)
        )


def bounds(wanted: ClaimFilter, *, directed: bool) -> Bounds:
    """The bounds that a filter's stances, dates and confidence set."""
    return Bounds(
        stances=sum(1 << position(each) for each in set(wanted.stance or STANCES)),
        since=first_day("since", wanted.since) if wanted.since else 0,
        until=last_day("until", wanted.until) if wanted.until else 0,
        confidence=wanted.min_confidence or 0.0,
        directed=directed,
    )


@dataclass(frozen=True)
class Fence:
    """Where a search may not go: nodes, hops already found empty, and hubs.

    `topics` are the only topics to pass through, None for any.
    """

    nodes: frozenset[int] = frozenset()
    hops: frozenset[tuple[int, int]] = frozenset()
    topics: frozenset[int] | None = None
    max_degree: int | None = None
    ends: frozenset[int] = frozenset()
    """Nodes that may be entered whatever else is said."""

    def admits(self, node: int, adjacent: Mapping[int, Mapping[int, Edge]]) -> bool:
        """Whether the node may be entered; `adjacent` tells whether it is a hub."""
        if node in self.ends:
            return True
        other_topic = self.topics is not None and node < 0 and node not in self.topics
        if node in self.nodes or other_topic:
            return False
        return self.max_degree is None or len(adjacent[node]) <= self.max_degree


ANYTHING = bounds(ClaimFilter(), directed=False)
"""What any edge allows for."""


def neighbours(
    graph: Projection, bound: Bounds, fence: Fence, deadline: Deadline
) -> Neighbours:
    """The hops that a search may take."""
    adjacent, bounded = graph.adjacent, bound != ANYTHING
    if not bounded and fence == Fence(ends=fence.ends):
        return lambda node, _: adjacent.get(node, _NOWHERE).keys()

    @cache
    def found(node: int, back: bool) -> frozenset[int]:
        deadline.check()
        # a copy: another thread may add an article meanwhile
        near = tuple(adjacent.get(node, _NOWHERE).items())
        return frozenset(
            other
            for other, edge in near
            for hop in [(other, node) if back else (node, other)]
            if fence.admits(other, adjacent)
            and hop not in fence.hops
            and (not bounded or bound.allow(edge, *hop))
        )

    return found


@dataclass(frozen=True)
class HopClaims:
    """The newest claims of a hop, and how many there are."""

    keys: tuple[int, ...]
    claims: int


def claims_of(
    db: sqlite3.Connection,
    chosen: Plan,
    matched: Matched | None,
    node: int,
    other: int,
    *,
    directed: bool,
) -> HopClaims:
    """The claims that join two nodes, among those that a plan matches: found in
    memory already, or sought in SQL."""
    ways = [(node, other)] if directed else [(node, other), (other, node)]
    parts = [_joining(*way) for way in ways if way[0] > 0]
    if not parts:
        return HopClaims((), 0)
    joining = " UNION ".join(parts)
    if matched:
        return _newest(matched, [key for (key,) in db.execute(joining)])
    rows = db.execute(
        f"WITH joining AS ({joining})"
        " SELECT claim.key, count(*) OVER () FROM claim"
        f" WHERE claim.key IN joining AND {chosen.where}"
        f" ORDER BY day DESC, claim.key DESC LIMIT {SHOWN}",
        chosen.parameters,
    ).fetchall()
    return HopClaims(tuple(key for key, _ in rows), rows[0][1] if rows else 0)


def _newest(matched: Matched, joining: Sequence[int]) -> HopClaims:
    """The same of claims by their keys: two hubs are joined by thousands."""
    among = np.array(joining, dtype=np.intp)
    keys = among[matched.mask.take(among)]
    found = first_places(-matched.columns["day"].take(keys), -keys, SHOWN, None)
    return HopClaims(tuple(-key for key, _ in found), len(keys))


def _joining(speaker: int, other: int) -> str:
    """SQL for the keys of a speaker's claims on a topic, or to or at another."""
    if other < 0:
        pair = f"topic = {-int(other)} AND speaker = {int(speaker)}"
        return f"SELECT claim FROM claim_topic WHERE {pair}"
    spoken = f"SELECT claim.key FROM claim WHERE speaker = {int(speaker)}"
    addressed = f"{spoken} AND addressee = {int(other)}"
    return f"{addressed} UNION {spoken} AND target = {int(other)}"


def topic_nodes(db: sqlite3.Connection, names: tuple[str, ...]) -> frozenset[int]:
    """The nodes of topics and of those narrower."""
    return frozenset(-key for key in topic_keys(db, names))


def pairs(route: Iterable[int]) -> list[tuple[int, int]]:
    """The hops of a route.

    >>> pairs((1, 2, 3))
    [(1, 2), (2, 3)]
    """
    return list(pairwise(route))
