"""Paths between agents and topics, with the claims that make each hop."""

import sqlite3
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice

from graph.features.lookup import claims_by_key
from graph.network.hops import (
    Fence,
    HopClaims,
    bounds,
    claims_of,
    neighbours,
    pairs,
    topic_nodes,
)
from graph.network.nodes import Node, key_of, keys_of, nodes_by_key
from graph.network.projection import Projection, projection
from graph.network.routes import (
    Deadline,
    Late,
    Neighbours,
    Route,
    all_up_to_three,
    k_shortest,
)
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.meant import meant
from graph.search.plan import Conditions
from ontology.claim import Claim
from ontology.errors import BadInput


class Mode(StrEnum):
    """Which paths are sought."""

    SHORTEST = "shortest"
    K_SHORTEST = "k-shortest"
    ALL = "all"
    """Every path of at most three hops."""


class Direction(StrEnum):
    """Which way a hop may be taken."""

    ANY = "any"
    OUT = "out"
    """From who speaks to whom or to what; a topic can then only be the end."""


MOST_K = 5
"""The most paths of mode `k-shortest`."""

MOST_HOPS = 8

HOPS = {Mode.SHORTEST: 6, Mode.K_SHORTEST: 6, Mode.ALL: 3}
"""How long a path may be if nothing else is said."""

_LONGEST = {Mode.SHORTEST: MOST_HOPS, Mode.K_SHORTEST: MOST_HOPS, Mode.ALL: 3}
"""How long it may be at most."""

MOST_PATHS = 500
"""The most paths of mode `all`."""


@dataclass(frozen=True)
class PathQuery:
    """What paths are sought. Raises BadInput for a number out of bounds.

    `wanted` is what the claims of each hop must match; `via` are nodes on the way,
    `exclude` nodes never to be on it, and `max_degree` keeps out hubs (both ends
    excepted).
    """

    start: str
    end: str
    mode: Mode = Mode.SHORTEST
    k: int = MOST_K
    max_hops: int | None = None
    """The longest path; None for as many as the mode has in HOPS."""
    direction: Direction = Direction.ANY
    wanted: ClaimFilter = field(default_factory=ClaimFilter)
    via: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_degree: int | None = None
    limit: int = 50
    """The most paths of mode `all` that are given back."""
    seconds: float = 1.0
    """How long is searched, at most."""

    def __post_init__(self) -> None:
        _within("k", self.k, 1, MOST_K)
        where = f" in mode {self.mode}"
        _within("max_hops", self.hops, 1, _LONGEST[self.mode], where)
        _within("limit", self.limit, 1, MOST_PATHS)
        if self.max_degree is not None:
            _within("max_degree", self.max_degree, 1, 10**9)

    @property
    def hops(self) -> int:
        """How long a path may be."""
        return HOPS[self.mode] if self.max_hops is None else self.max_hops


@dataclass(frozen=True)
class Hop:
    """Two nodes that claims join: the newest claims, and how many there are."""

    start: Node
    end: Node
    claims: tuple[Claim, ...]
    total: int


@dataclass(frozen=True)
class Path:
    """Hops from start to end; none where both are the same."""

    hops: tuple[Hop, ...]


@dataclass(frozen=True)
class Paths:
    """Paths, the shortest first; `truncated` if there may be more."""

    paths: tuple[Path, ...]
    truncated: bool
    seconds: float


def paths(source: ReadModel | HasReadModel, query: PathQuery) -> Paths:
    """The paths between two nodes. Raises NotFound for a name that nobody bears."""
    began = time.monotonic()
    model = read_model_of(source)
    graph = projection(model)
    with model.reading() as db:
        search = _Search(model, db, graph, query)
        routes, truncated = search.run()
        keys = {key for route in routes for key in route}
        nodes = nodes_by_key(db, keys)
        hops = {hop: search.claims(hop) for route in routes for hop in pairs(route)}
        shown = (key for found in hops.values() for key in found.keys)
        claims = claims_by_key(model, shown)
    found = tuple(_path(route, nodes, hops, claims) for route in routes)
    return Paths(found, truncated, time.monotonic() - began)


class _Search:
    """One search: hops that turn out to have no claim are fenced off, and it goes on.

    The edges of the projection only bound what their claims may be, so that a route
    is proven when the claims of its hops have been read.
    """

    def __init__(
        self,
        model: ReadModel,
        db: sqlite3.Connection,
        graph: Projection,
        query: PathQuery,
    ) -> None:
        self._db, self._graph, self._query = db, graph, query
        asked = Conditions.of(db, query.wanted)
        self._chosen = asked.plan(limit=0)
        self._told = meant(model, db, asked.plan())
        self._directed = query.direction is Direction.OUT
        self._bounds = bounds(query.wanted, directed=self._directed)
        self._deadline = Deadline(query.seconds)
        self._start, self._end = key_of(db, query.start), key_of(db, query.end)
        self._via = keys_of(db, query.via)
        self._exclude = frozenset(keys_of(db, query.exclude))
        topic = query.wanted.topic
        self._topics = topic_nodes(db, topic) if topic else None
        self._empty: set[tuple[int, int]] = set()
        self._claims: dict[tuple[int, int], HopClaims] = {}

    def run(self) -> tuple[list[Route], bool]:
        """The routes, and whether there may be more."""
        query = self._query
        most = {Mode.SHORTEST: 1, Mode.K_SHORTEST: query.k, Mode.ALL: query.limit}
        found: list[Route] = []
        try:
            while True:
                empty = len(self._empty)
                found = []
                for route in islice(self._routes(), most[query.mode] + 1):
                    # every hop is read, so that one search finds all the empty ones
                    if [hop for hop in pairs(route) if not self._proven(hop)]:
                        break
                    found.append(route)
                    if query.mode is not Mode.ALL and len(found) == most[query.mode]:
                        return found, False
                if len(self._empty) == empty:
                    return found[: query.limit], len(found) > query.limit
        except Late:
            return found[: most[query.mode]], True

    def claims(self, hop: tuple[int, int]) -> HopClaims:
        """The claims of a hop, read once."""
        if hop not in self._claims:
            self._claims[hop] = claims_of(
                self._db, self._chosen, self._told, *hop, directed=self._directed
            )
        return self._claims[hop]

    def _proven(self, hop: tuple[int, int]) -> bool:
        self._deadline.check()
        if self.claims(hop).claims:
            return True
        self._empty.add(hop)
        if self._query.wanted == ClaimFilter() and not self._directed:
            self._graph.forget(*hop)
        return False

    def _routes(self) -> Iterator[Route]:
        hops = self._query.hops
        near = self._near(self._exclude)
        if self._query.mode is Mode.ALL:
            routes = all_up_to_three(near, self._start, self._end, hops, self._deadline)
            return (route for route in routes if set(self._via) <= set(route))
        if self._via:
            return self._through()
        return k_shortest(near, self._start, self._end, hops, self._deadline)

    def _through(self) -> Iterator[Route]:
        """Routes by way of nodes in the order given, leg by leg without repeats."""
        stops = [self._start, *self._via, self._end]
        routes = list(self._legs(stops, (self._start,)))
        return iter(sorted(set(routes), key=lambda route: (len(route), route)))

    def _legs(self, stops: list[int], so_far: Route) -> Iterator[Route]:
        if len(stops) == 1:
            yield so_far
            return
        left = self._query.hops - len(so_far) + 1
        near = self._near(self._exclude | set(so_far[:-1]) | set(stops[2:]))
        legs = k_shortest(near, stops[0], stops[1], left, self._deadline)
        for leg in islice(legs, MOST_K):
            yield from self._legs(stops[1:], (*so_far, *leg[1:]))

    def _near(self, exclude: frozenset[int]) -> Neighbours:
        fence = Fence(
            nodes=exclude,
            hops=frozenset(self._empty),
            topics=self._topics,
            max_degree=self._query.max_degree,
            ends=frozenset((self._start, self._end, *self._via)) - exclude,
        )
        return neighbours(self._graph, self._bounds, fence, self._deadline)


def _path(
    route: Route,
    nodes: dict[int, Node],
    hops: dict[tuple[int, int], HopClaims],
    claims: dict[int, Claim],
) -> Path:
    return Path(
        tuple(
            Hop(
                nodes[hop[0]],
                nodes[hop[1]],
                tuple(claims[key] for key in hops[hop].keys),
                hops[hop].claims,
            )
            for hop in pairs(route)
        )
    )


def _within(name: str, value: int, least: int, most: int, where: str = "") -> None:
    if not least <= value <= most:
        raise BadInput(f"{name}: {value} is not within {least} and {most}{where}")
