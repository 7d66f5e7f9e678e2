"""The graph page: all that it shows it asks of `/api/graph` itself."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/graph")
def graph_page(request: Request) -> Response:
    """The page; the fields of a search, or `centre`, say with what it opens."""
    return render(request, "graph.html")
