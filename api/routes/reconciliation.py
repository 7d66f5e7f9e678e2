"""`/api/reconcile`: the Reconciliation Service API 0.2, for OpenRefine and its like."""

from asyncio import to_thread
from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, ConfigDict, RootModel
from starlette.responses import HTMLResponse

from api.problems.documents import problem_responses
from api.reconciliation import extension, queries, suggesting
from api.reconciliation.entities import TYPES, Reference, place
from api.reconciliation.extension import Extended
from api.reconciliation.manifest import Manifest, manifest
from api.reconciliation.preview import preview
from api.reconciliation.properties import proposed
from api.reconciliation.suggesting import SuggestResponse
from api.routes.needs import StoreNeed
from api.sparql.protocol import MOST_FIELDS
from graph.store import Store
from ontology.errors import BadInput

PATH = "/api/reconcile"

router = APIRouter(prefix=PATH, tags=["tools"], responses=problem_responses(422))

FRAMED = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *"
"""A preview is shown in a frame of the client's page, and runs nothing."""

Prefix = Annotated[str, Query(max_length=200, description="What was typed so far.")]
Cursor = Annotated[int, Query(ge=0, le=1000, description="How many to leave out.")]
Queries = Annotated[
    str | None,
    Query(
        description="A batch of queries, as JSON.",
        examples=['{"q0": {"query": "Russia", "type": "agent"}}'],
    ),
]
Extend = Annotated[
    str | None,
    Query(
        description="Properties of entities, as JSON.",
        examples=['{"ids": ["agent/russia"], "properties": [{"id": "claims"}]}'],
    ),
]


class Batch(RootModel[dict[str, queries.Matches]]):
    """For each query of the batch, what it may mean."""


class Proposed(BaseModel):
    """The properties that entities of a type can have."""

    model_config = ConfigDict(frozen=True)

    type: str | None
    properties: tuple[Reference, ...]


_FORM = {
    "requestBody": {
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "queries": {"type": "string"},
                        "extend": {"type": "string"},
                    },
                },
                "example": {"queries": '{"q0": {"query": "Russia"}}'},
            }
        }
    }
}


@router.get("", operation_id="reconcile")
def get_service(
    request: Request, store: StoreNeed, queries: Queries = None, extend: Extend = None
) -> Manifest | Batch | Extended:
    """The manifest of the service; or the answer to queries, or to an extension."""
    return _answer(request, store, queries, extend)


@router.post("", operation_id="reconcileBatch", openapi_extra=_FORM)
async def post_service(
    request: Request, store: StoreNeed
) -> Manifest | Batch | Extended:
    """The same, with what is asked in a form."""
    try:
        form = parse_qs((await request.body()).decode(), max_num_fields=MOST_FIELDS)
    except ValueError:
        raise BadInput("form: not readable as a form in UTF-8") from None
    asked, wanted = (form.get(name, [None])[0] for name in ("queries", "extend"))
    return await to_thread(_answer, request, store, asked, wanted)


@router.get("/suggest/entity", operation_id="suggestEntities")
def suggest_entities(
    store: StoreNeed, prefix: Prefix = "", cursor: Cursor = 0
) -> SuggestResponse:
    """Entities whose names go on so, those with most claims first."""
    return suggesting.entities(store, prefix, cursor)


@router.get("/suggest/type", operation_id="suggestTypes")
def suggest_types(prefix: Prefix = "", cursor: Cursor = 0) -> SuggestResponse:
    """Types with a word that goes on so."""
    return suggesting.references(TYPES, prefix, cursor)


@router.get("/suggest/property", operation_id="suggestProperties")
def suggest_properties(prefix: Prefix = "", cursor: Cursor = 0) -> SuggestResponse:
    """Properties with a word that goes on so."""
    return suggesting.references(proposed(None), prefix, cursor)


@router.get("/properties", operation_id="proposeProperties")
def propose_properties(
    type: Annotated[str | None, Query(description="Of entities of this type.")] = None,
    limit: Annotated[int | None, Query(ge=1, description="The most.")] = None,
) -> Proposed:
    """The columns with which entities can be extended."""
    return Proposed(type=type, properties=proposed(type)[:limit])


@router.get(
    "/preview",
    operation_id="previewEntity",
    response_class=HTMLResponse,
    responses=problem_responses(404),
)
def get_preview(
    id: Annotated[
        str,
        Query(
            description="The entity.",
            examples=["agent/russia"],
            json_schema_extra={"pattern": "^(agent|topic)/.+$"},
        ),
    ],
    store: StoreNeed,
) -> HTMLResponse:
    """A few words on an entity, to be shown in a frame."""
    page = preview(store, place(id))
    return HTMLResponse(page, headers={"content-security-policy": FRAMED})


def _answer(
    request: Request, store: Store, asked: str | None, wanted: str | None
) -> Manifest | Batch | Extended:
    if asked is not None:
        batch = queries.batch(asked)
        found = {name: queries.matches(store, each) for name, each in batch.items()}
        return Batch(found)
    if wanted is not None:
        return extension.extended(store, extension.asked(wanted))
    server = str(request.base_url).rstrip("/")
    return manifest(store.iris.base, server, PATH, queries.MOST_QUERIES)
