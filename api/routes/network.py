"""`/api/paths` and `/api/neighbours`: how actors and topics hang together."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed, paths_made
from api.routes.parameters import Scope
from api.routes.writing import Written
from graph.network import neighbourhood
from graph.network import paths as finding
from graph.network.links import MOST_NODES, Subgraph
from graph.network.path_query import (
    MOST_HOPS,
    MOST_K,
    MOST_PATHS,
    Direction,
    Mode,
    PathQuery,
)
from graph.network.paths import Paths

router = APIRouter(
    route_class=Written,
    prefix="/api",
    tags=["network"],
    dependencies=[Depends(paths_made)],
    responses=problem_responses(401, 404, 422),
)

MOST_SECONDS = 10
"""How long a search may last, at most."""


class PathsQuery(Scope):
    """Between whom, which paths, and what the claims of each hop must be."""

    start: str = Field(description="An agent or a topic: name, id, `topic:NAME`.")
    end: str = Field(description="The other end.")
    mode: Mode = Field(Mode.SHORTEST, description="Which paths.")
    k: int = Field(MOST_K, ge=1, le=MOST_K, description="Of `k-shortest`, how many.")
    max_hops: int | None = Field(
        None,
        ge=1,
        le=MOST_HOPS,
        description="The longest path; else 6. Of `all` 3, and no more.",
    )
    direction: Direction = Field(Direction.ANY, description="Which way a hop goes.")
    via: list[str] = Field([], description="Nodes on the way, in this order.")
    exclude: list[str] = Field([], description="Nodes never on the way.")
    max_degree: int | None = Field(
        None, ge=1, le=10**9, description="No node with more neighbours."
    )
    limit: int = Field(50, ge=1, le=MOST_PATHS, description="Of `all`, how many.")
    seconds: float = Field(1.0, gt=0, le=MOST_SECONDS, description="Time to search.")


class NeighboursQuery(Scope):
    """Around what, how far, and which claims count."""

    centre: str = Field(description="An agent or a topic: name, id, `topic:NAME`.")
    depth: int = Field(1, ge=1, le=3, description="How many hops away.")
    each: int = Field(30, ge=1, le=500, description="Neighbours of each node.")
    most: int = Field(MOST_NODES, ge=1, le=1000, description="Nodes in all.")


@router.get("/paths", operation_id="findPaths")
def get_paths(asked: Annotated[PathsQuery, Query()], store: StoreNeed) -> Paths:
    """Paths between two, each hop with the claims that prove it."""
    query = PathQuery(
        start=asked.start,
        end=asked.end,
        mode=asked.mode,
        k=asked.k,
        max_hops=asked.max_hops,
        direction=asked.direction,
        wanted=asked.filter(),
        via=tuple(asked.via),
        exclude=tuple(asked.exclude),
        max_degree=asked.max_degree,
        limit=asked.limit,
        seconds=asked.seconds,
    )
    return finding.paths(store, query)


@router.get("/neighbours", operation_id="getNeighbours")
def get_neighbours(
    asked: Annotated[NeighboursQuery, Query()], store: StoreNeed
) -> Subgraph:
    """What lies around one, the most spoken of first, with all links among it."""
    return neighbourhood.neighbourhood(
        store,
        asked.centre,
        asked.filter(),
        depth=asked.depth,
        each=asked.each,
        most=asked.most,
    )
