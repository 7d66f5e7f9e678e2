"""`/api/graph`: what the graph page draws, node by node."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from api.problems.documents import problem_responses
from api.routes.claims import ClaimPage
from api.routes.needs import StoreNeed
from api.routes.paging import link_pages
from api.routes.parameters import ClaimQuery, Scope
from api.routes.writing import Written
from graph.network import drawing as drawings
from graph.network import expansion
from graph.network.links import MOST_NODES
from graph.search.query import find

router = APIRouter(
    route_class=Written,
    prefix="/api/graph",
    tags=["network"],
    responses=problem_responses(401, 404, 422),
)

NODE = "As drawings name it: `agent:ID` or `topic:ID`; a name will do."

MOST_KINDS = 75
"""Roles, ways and stances give no more."""

Names = Annotated[
    list[Annotated[str, Field(max_length=500)]], Field(max_length=drawings.MOST_DRAWN)
]


class OpeningQuery(Scope):
    """With what a drawing begins."""

    centre: str | None = Field(None, description=f"Around what. {NODE}")
    most: int = Field(40, ge=2, le=MOST_NODES, description="Nodes, at most.")


class Nodes(BaseModel):
    """What is on the screen."""

    nodes: Names = Field(examples=[["agent:russia", "topic:ceasefire"]])


class Expansion(Nodes):
    """A node, and by which of its edges others are to be added."""

    node: str = Field(description=NODE, max_length=500)
    kinds: list[expansion.EdgeKind] = Field(
        [], max_length=MOST_KINDS, description="Edges of which kinds; any without one."
    )
    limit: int = Field(
        25, ge=1, le=expansion.MOST_ADDED, description="How many are added, at most."
    )


class EdgeQuery(Scope):
    """Whose edges."""

    node: str = Field(description=NODE)


class BundleQuery(ClaimQuery):
    """The claims between which two."""

    start: str = Field(description="Who speaks: `agent:ID`.")
    end: str = Field(description="On, to or at what: `topic:ID` or `agent:ID`.")


@router.get("", operation_id="openDrawing")
def get_drawing(
    asked: Annotated[OpeningQuery, Query()], store: StoreNeed
) -> drawings.Drawing:
    """Around a node, or else whom and what the claims that match are about."""
    return drawings.opening(store, asked.centre, asked.filter(), most=asked.most)


@router.post("", operation_id="drawNodes")
def draw_nodes(
    asked: Annotated[Scope, Query()], on_screen: Nodes, store: StoreNeed
) -> drawings.Drawing:
    """These nodes and the claims among them; it changes nothing."""
    return drawings.drawing(store, on_screen.nodes, asked.filter())


@router.post("/expansion", operation_id="expandNode")
def expand_node(
    asked: Annotated[Scope, Query()], chosen: Expansion, store: StoreNeed
) -> drawings.Drawing:
    """What is on the screen and what a node's edges add to it, the added last."""
    wanted = asked.filter()
    room = drawings.MOST_DRAWN - len(chosen.nodes)
    if not room:
        return drawings.drawing(store, chosen.nodes, wanted)
    added = expansion.joined(
        store,
        chosen.node,
        wanted,
        kinds=chosen.kinds,
        without=chosen.nodes,
        limit=min(chosen.limit, room),
    )
    return drawings.drawing(store, [*chosen.nodes, *added], wanted)


@router.get("/edges", operation_id="countEdges")
def get_edges(
    asked: Annotated[EdgeQuery, Query()], store: StoreNeed
) -> tuple[expansion.EdgeCount, ...]:
    """The kinds of edges that a node has: to how many others, with how many claims."""
    return expansion.edge_kinds(store, asked.node, asked.filter())


@router.get("/claims", operation_id="listBundle")
def get_claims(
    asked: Annotated[BundleQuery, Query()],
    store: StoreNeed,
    request: Request,
    response: Response,
) -> ClaimPage:
    """The claims that a speaker makes on, to or at another node."""
    wanted = expansion.joining_claims(asked.start, asked.end, asked.filter())
    page = find(
        store, wanted, order=asked.order, limit=asked.limit, cursor=asked.cursor
    )
    link_pages(request, response, page.next_cursor)
    return ClaimPage.of(page)
