"""The search for paths: over the graph in memory, proven by the claims of each hop."""

import sqlite3
from collections.abc import Iterator
from itertools import islice

from graph.network.hops import (
    Fence,
    HopClaims,
    bounds,
    claims_of,
    neighbours,
    pairs,
    topic_nodes,
)
from graph.network.nodes import key_of, keys_of
from graph.network.path_query import MOST_K, Direction, Mode, PathQuery
from graph.network.projection import Projection
from graph.network.routes import (
    Deadline,
    Late,
    Neighbours,
    Route,
    all_up_to_three,
    k_shortest,
)
from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.in_memory import matched_in_memory
from graph.search.plan import Conditions


class PathSearch:
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
        self._matched = matched_in_memory(model, db, asked.plan())
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
                self._db, self._chosen, self._matched, *hop, directed=self._directed
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
