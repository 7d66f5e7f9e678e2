"""Errors over HTTP: problem documents (RFC 9457) under `/api`, a page elsewhere."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeAlias

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from api.access import Forbidden, Unauthorized
from api.jobs.queue import QueueFull
from api.mistakes import field as field_of
from api.mistakes import sentence
from api.negotiation import preferred
from api.pages.forms import FORMS, HTML
from api.pages.rendering import render
from api.preparation import NotYet
from api.refusals import Busy, NotAllowed, TooBig, TooMany, TooSlow
from api.sparql.formats import SOLUTIONS, NotAcceptable
from api.sparql.pool import TooLarge, TooLong
from api.sparql.protocol import Malformed, WrongMediaType
from api.sparql.update import Kept
from ontology.errors import BadInput, NotFound, OnRecordError, StoreError

MEDIA_TYPE = "application/problem+json"

STATUSES: dict[type[OnRecordError], int] = {
    NotFound: 404,
    BadInput: 422,
    StoreError: 503,
    Malformed: 400,
    NotAllowed: 400,
    Unauthorized: 401,
    Forbidden: 403,
    NotAcceptable: 406,
    Kept: 409,
    TooSlow: 408,
    TooBig: 413,
    WrongMediaType: 415,
    TooMany: 429,
    NotYet: 503,
    QueueFull: 429,
    Busy: 503,
    TooLong: 504,
    TooLarge: 507,
}
"""The status of each error that users meet; of a subclass, its parent's."""


HEADERS: dict[int, dict[str, str]] = {
    401: {"www-authenticate": 'Bearer, Basic realm="key as password"'},
    429: {"retry-after": "60"},
    503: {"retry-after": str(Busy.RETRY_AFTER)},
}
"""What goes with a status, where an error has nothing better to say."""

LIMITS = {
    503: "As much is being done as may be, or the store is not ready: try later.",
    504: "Stopped: the query did not end within its time.",
    507: "Stopped: the query needed more memory than it may have.",
}
"""What is meant where a limit is reached, as documented: no fault of the server."""

FOR_PROGRAMS = (
    *("/api", "/sparql", "/feeds", "/mcp"),
    *("/livez", "/readyz", "/metrics"),
)
"""Addresses under which nobody expects a page."""


class FieldError(BaseModel):
    """What is wrong with one field, and what is accepted."""

    field: str
    detail: str


class Problem(BaseModel):
    """A problem document (RFC 9457)."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[FieldError] = []


@dataclass(frozen=True)
class _Failure:
    status: int
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


_NAMED = re.compile(r"([a-z][a-z_-]*): ")
"""How what is wrong with a field begins: with its name."""


def install(app: FastAPI) -> None:
    """Let the application answer every error as this module says."""
    app.add_exception_handler(OnRecordError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


def problem_responses(*statuses: int) -> dict[int | str, dict[str, object]]:
    """The problems that a route can answer with, for its OpenAPI description."""
    return {
        status: {"model": Problem, "description": meaning(status)}
        for status in statuses
    }


def meaning(status: int) -> str:
    """What a status says here."""
    return LIMITS.get(status, HTTPStatus(status).phrase)


def failure(error: Exception) -> _Failure:
    """What is told of an error: of a bug, nothing of what it is."""
    return _of_ours(error) if isinstance(error, OnRecordError) else _of_bug()


def of(request: Request, error: Exception) -> Response:
    """The answer to a request that an error ended before or after its route."""
    return respond(request, failure(error))


Refuse: TypeAlias = Callable[[Request, Exception], Response]
"""How those around the application say why they refuse."""


async def _ours(request: Request, error: Exception) -> Response:
    return respond(request, _of_ours(error))


def respond(request: Request, failed: _Failure) -> Response:
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
    suffixed = path.rpartition(".")[2] in (*FORMS, *SOLUTIONS)
    return path.startswith(FOR_PROGRAMS) or suffixed or not preferred(accept, [HTML])


def _of_ours(error: Exception) -> _Failure:
    kinds = (kind for kind in type(error).__mro__ if kind in STATUSES)
    status = next((STATUSES[kind] for kind in kinds), 500)
    named = _NAMED.match(str(error)) if isinstance(error, BadInput) else None
    field = (FieldError(field=named[1], detail=str(error)),) if named else ()
    wait = {"retry-after": str(math.ceil(error.seconds))} if isinstance(
        error, TooMany
    ) else {}  # fmt: skip
    return _Failure(status, str(error), field, wait)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    errors = tuple(_field_error(each, request) for each in error.errors())
    told = "; ".join(f"{each.field}: {each.detail}" for each in errors)
    return respond(request, _Failure(422, told, errors))


def _field_error(error: Mapping[str, Any], request: Request) -> FieldError:
    source, *place = error["loc"]
    accepted = _parameters(request) if source == "query" else []
    return FieldError(field=field_of(place), detail=sentence(error, accepted))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    allowed = _allowed(request) if error.status_code == 405 else {}
    headers = allowed or dict(error.headers or {})
    return respond(request, _Failure(error.status_code, str(error.detail), (), headers))


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


def _operations(request: Request) -> Mapping[str, Any]:
    """What is described of an address, by method."""
    path = getattr(request.scope.get("route"), "path", "")
    found: Mapping[str, Any] = request.app.openapi()["paths"].get(path, {})
    return found


def _of_bug() -> _Failure:
    return _Failure(500, "something failed here; the server's log says what")
