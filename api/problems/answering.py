"""The answer to a request that failed: a problem document, or a page for people."""

import re
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeAlias

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from api.http.negotiation import preferred
from api.pages.forms import FORMS, HTML
from api.pages.rendering import render
from api.problems.documents import MEDIA_TYPE, FieldError, Problem
from api.problems.fields import field, sentence
from api.problems.statuses import HEADERS, Failure, failure
from api.sparql.formats import SOLUTIONS
from ontology.errors import OnRecordError

FOR_PROGRAMS = (
    *("/api", "/sparql", "/feeds", "/mcp"),
    *("/livez", "/readyz", "/metrics"),
)
"""Addresses under which nobody expects a page."""


Refuse: TypeAlias = Callable[[Request, Exception], Response]
"""How those around the application say why they refuse."""


def install(app: FastAPI) -> None:
    """Let the application answer every error as this module says."""
    app.add_exception_handler(OnRecordError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def answer(request: Request, error: Exception) -> Response:
    """The answer to a request that an error ended before or after its route."""
    return _respond(request, failure(error))


async def _ours(request: Request, error: Exception) -> Response:
    return answer(request, error)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = tuple(_field_error(each, request) for each in error.errors())
    detail = "; ".join(f"{each.field}: {each.detail}" for each in errors)
    return _respond(request, Failure(422, detail, errors))


def _field_error(error: Mapping[str, Any], request: Request) -> FieldError:
    source, *place = error["loc"]
    name = field(place) or source
    accepted = _parameters(request) if source == "query" else []
    if source == "body" and "." not in name:
        accepted = _properties(request)
    return FieldError(field=name, detail=sentence(error, accepted))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    allowed = _allowed(request) if error.status_code == 405 else {}
    headers = allowed or dict(error.headers or {})
    return _respond(request, Failure(error.status_code, str(error.detail), (), headers))


def _allowed(request: Request) -> dict[str, str]:
    """All methods of an address: of its routes each knows its own alone."""
    methods = set(_operations(request))
    if "get" in methods:
        methods.add("head")
    return {"allow": ", ".join(sorted(methods)).upper()} if methods else {}


def _parameters(request: Request) -> list[str]:
    """What the address may ask, by name."""
    operation = _operations(request).get(request.method.lower(), {})
    described = operation.get("parameters", ())
    return [each["name"] for each in described if each["in"] == "query"]


def _properties(request: Request) -> list[str]:
    """What the object in a body may say, by name."""
    operation = _operations(request).get(request.method.lower(), {})
    named = re.search(r"schemas/(\w+)", str(operation.get("requestBody", "")))
    schemas = request.app.openapi()["components"]["schemas"]
    return list(schemas[named[1]].get("properties", ())) if named else []


def _operations(request: Request) -> Mapping[str, Any]:
    """What is described of an address, by method."""
    path = getattr(request.scope.get("route"), "path", "")
    found: Mapping[str, Any] = request.app.openapi()["paths"].get(path, {})
    return found


def _respond(request: Request, failed: Failure) -> Response:
    """The failure as a problem document, or as a page for people."""
    problem = Problem(
        title=HTTPStatus(failed.status).phrase,
        status=failed.status,
        detail=failed.detail,
        errors=list(failed.errors),
    )
    headers = {**HEADERS.get(failed.status, {}), **failed.headers}
    if _for_programs(request):
        body = problem.model_dump(exclude_defaults=False)
        return JSONResponse(body, failed.status, headers, media_type=MEDIA_TYPE)
    page = render(request, "error.html", failed.status, problem=problem)
    page.headers.update(headers)
    return page


def _for_programs(request: Request) -> bool:
    """Whether who asks reads no pages: by the address, its suffix, or by Accept."""
    path, accept = request.url.path, request.headers.get("accept")
    form = {**FORMS, **SOLUTIONS}.get(path.rpartition(".")[2], HTML)
    return (
        path.startswith(FOR_PROGRAMS) or form != HTML or not preferred(accept, [HTML])
    )
