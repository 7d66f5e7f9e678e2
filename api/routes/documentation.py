"""`/api/docs`: Swagger UI from the package, so that nothing comes from elsewhere."""

from importlib.util import find_spec
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from starlette.responses import JSONResponse, Response
from starlette.staticfiles import StaticFiles

from api.pages.rendering import render

router = APIRouter(include_in_schema=False)

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""The one page that runs scripts shows our own description and no articles."""


@router.get("/api/docs")
def get_documentation(request: Request) -> Response:
    """The description of the API, to try things out."""
    page = render(request, "documentation.html")
    page.headers["content-security-policy"] = POLICY
    return page


@router.get("/api/openapi.json")
def get_description(request: Request) -> Response:
    """The description itself, of the server as it is reached."""
    root = request.scope.get("root_path", "")
    here = {"servers": [{"url": root}]} if root else {}
    return JSONResponse({**request.app.openapi(), **here})


def mount(app: FastAPI) -> None:
    """Serve Swagger UI's own files, as `fastapi-offline` ships them."""
    app.mount("/static/swagger", StaticFiles(directory=_files()), name="swagger")


def _files() -> Path:
    """Found without importing the package, of which nothing else is needed."""
    found = find_spec("fastapi_offline")
    assert found, "fastapi-offline is a dependency"
    assert found.origin
    return Path(found.origin).parent / "static"
