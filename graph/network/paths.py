"""Paths between agents and topics, with the claims that make each hop."""

import time
from dataclasses import dataclass

from graph.features.lookup import claims_by_key
from graph.network.hops import HopClaims, pairs
from graph.network.nodes import Node, nodes_by_key
from graph.network.path_query import PathQuery
from graph.network.path_search import PathSearch
from graph.network.projection import projection
from graph.network.routes import Route
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from ontology.claim import Claim


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
        search = PathSearch(model, db, graph, query)
        routes, truncated = search.run()
        keys = {key for route in routes for key in route}
        nodes = nodes_by_key(db, keys)
        hops = {hop: search.claims(hop) for route in routes for hop in pairs(route)}
        shown = (key for found in hops.values() for key in found.keys)
        claims = claims_by_key(model, shown)
    found = tuple(_path(route, nodes, hops, claims) for route in routes)
    return Paths(found, truncated, time.monotonic() - began)


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
