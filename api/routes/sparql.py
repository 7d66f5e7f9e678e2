"""`/sparql`: the SPARQL 1.1 Protocol (W3C, 2013)."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import TypeVar

from fastapi import APIRouter, Request, Response
from starlette.responses import RedirectResponse

from api.access.rights import may_write
from api.http.negotiation import preferred
from api.linked_data import descriptions
from api.pages.forms import HTML
from api.problems.documents import problem_responses
from api.sparql import formats, protocol
from api.sparql.endpoint import Endpoint
from api.sparql.formats import GRAPHS
from api.sparql.protocol import (
    IRI_SCHEMA,
    LEAST_SECONDS,
    Kind,
    Malformed,
    Operation,
)
from ontology.errors import BadInput

router = APIRouter(tags=["sparql"])

T = TypeVar("T")

TRUNCATED = "truncated"
"""The header that says that rows were left out at the end of the results."""

LONGEST_NOTE = 1000
"""Characters of the graphs' names that are noted of an update."""

CLIENT_LEFT = 499
"""The status of an answer that nobody waits for any more, as nginx has it."""

_MEDIA: dict[str, dict[str, str]] = {
    media: {} for media in (*formats.SOLUTIONS.values(), *formats.GRAPHS.values())
}

_TEXT = {"type": "string"}
_IRI = _TEXT | IRI_SCHEMA
_SECONDS = {"type": "number", "minimum": LEAST_SECONDS}

_PARAMETERS = [
    {
        "name": name,
        "in": "query",
        "description": text,
        "schema": schema,
        **({"example": example} if example else {}),
    }
    for name, schema, text, example in (
        ("query", _TEXT, "The query; without one, the service description.",
         "SELECT * { ?claim a or:Claim } LIMIT 3"),
        ("default-graph-uri", _IRI, "A graph of the default graph.", None),
        ("named-graph-uri", _IRI, "A named graph.", None),
        ("timeout", _SECONDS, "Seconds, if less than the server's limit.", 2.5),
    )
]  # fmt: skip


@router.get(
    "/sparql",
    operation_id="sparqlQuery",
    response_class=Response,
    responses={
        200: {"description": "The results", "content": _MEDIA},
        **problem_responses(400, 406, 503, 504, 507),
    },
    openapi_extra={"parameters": _PARAMETERS},
)
@router.get("/sparql/", include_in_schema=False)
async def get(request: Request) -> Response:
    """Put a query to everything stored; or, without one, learn what is here."""
    asked = protocol.from_get(request.scope["query_string"])
    if asked is None:
        return _for_people(request) or descriptions.description(request)
    return await _query(request, asked)


@router.post(
    "/sparql",
    operation_id="sparqlOperation",
    response_class=Response,
    responses={
        200: {"description": "The results of a query", "content": _MEDIA},
        204: {"description": "The update is done"},
        **problem_responses(400, 401, 403, 406, 409, 413, 415, 503, 504, 507),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/sparql-query": {"schema": {"type": "string"}},
                "application/sparql-update": {"schema": {"type": "string"}},
                protocol.FORM: {
                    "schema": {
                        "type": "object",
                        "properties": {kind: {"type": "string"} for kind in Kind},
                        "oneOf": [{"required": [kind]} for kind in Kind],
                    }
                },
            },
        }
    },
)
@router.post("/sparql/", include_in_schema=False)
async def post(request: Request) -> Response:
    """Put a query, or an update with a key that may write."""
    content_type = request.headers.get("content-type", "")
    sent = await request.body()
    asked = protocol.from_post(request.scope["query_string"], content_type, sent)
    if asked.kind is Kind.QUERY:
        return await _query(request, asked)
    writer = may_write(request)
    endpoint = _endpoint(request)
    try:
        written = await endpoint.update(asked)
    except BadInput as error:
        raise Malformed(str(error)) from None
    writer.note(f"SPARQL update of {', '.join(written)[:LONGEST_NOTE]}")
    return Response(status_code=204)


def _for_people(request: Request) -> Response | None:
    """To the page on which people ask, for those who would rather have one."""
    accept = request.headers.get("accept")
    if preferred(accept, (*GRAPHS.values(), HTML)) != HTML:
        return None
    root = request.scope.get("root_path", "")
    return RedirectResponse(f"{root}/query", 303, headers={"vary": "Accept"})


async def _query(request: Request, asked: Operation) -> Response:
    wanted = formats.wanted(request.headers.get("accept"))
    results = await _unless_left(request, _endpoint(request).query(asked, wanted))
    if results is None:
        return Response(status_code=CLIENT_LEFT)
    headers = {"vary": "Accept", "cache-control": "no-cache"}
    if results.truncated:
        headers[TRUNCATED] = "true"
    return Response(results.body, media_type=results.media_type, headers=headers)


async def _unless_left(request: Request, work: Awaitable[T]) -> T | None:
    """What comes of the work; None, and the work stopped, if the client leaves."""
    task = asyncio.ensure_future(work)
    left = asyncio.create_task(_left(request))
    try:
        await asyncio.wait({task, left}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        for each in (task, left):
            if not each.done():
                each.cancel()
                with suppress(asyncio.CancelledError):
                    await each


async def _left(request: Request) -> None:
    """Returns when the client has left."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _endpoint(request: Request) -> Endpoint:
    endpoint = request.app.state.endpoint
    assert isinstance(endpoint, Endpoint)
    return endpoint
