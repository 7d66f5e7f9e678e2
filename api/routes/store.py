"""`/api/stats`, `/api/exports`, and reviews: the store as a whole."""

from datetime import UTC, datetime
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from api.access.rights import Writer, note
from api.http.files import file_response
from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.parameters import Scope
from graph import care
from graph.curation.reviews import Review, Status
from graph.export import FORMATS, export
from graph.review import review
from ontology.errors import UnknownTerm

router = APIRouter(prefix="/api", tags=["store"], responses=problem_responses(401))


class Judgement(BaseModel):
    """What a person found of a claim."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"status": "corrected", "set": ["stance=demands"]}]
        },
    )

    status: Status
    note: str | None = Field(None, max_length=10_000)
    set: list[Annotated[str, Field(pattern=r"^[^=]+=.+$")]] = Field(
        [], max_length=50, description="As `stance=demands`."
    )


@router.get("/stats", operation_id="getStats")
def get_stats(store: StoreNeed) -> care.Overview:
    """How much is stored."""
    return care.overview(store)


@router.get(
    "/exports/{format}",
    operation_id="export",
    response_class=StreamingResponse,
    responses={
        200: {
            "description": "The file",
            "content": {each.media_type: {} for each in FORMATS.values()},
        },
        **problem_responses(422, 503),
    },
)
def get_export(
    format: Annotated[
        str,
        Path(description="The format.", json_schema_extra={"enum": list(FORMATS)}),
    ],
    asked: Annotated[Scope, Query()],
    store: StoreNeed,
) -> StreamingResponse:
    """Everything stored, or the claims that match, as a file."""
    if format not in FORMATS:
        raise UnknownTerm("format", format, FORMATS)
    wanted = asked.filter() if asked.asked() else None
    return file_response(
        partial(export, store, format, wanted=wanted),
        FORMATS[format].media_type,
        {
            "content-disposition": "attachment;"
            f' filename="onrecord{FORMATS[format].suffix}"'
        },
    )


@router.get("/reviews", operation_id="getReviews")
def get_reviews(
    store: StoreNeed,
    claim: Annotated[str | None, Query(description="Of this claim alone.")] = None,
) -> tuple[Review, ...]:
    """What persons found of claims, the first review first."""
    return tuple(
        each for each in store.reviews.all if claim in (None, each.reviewed.id)
    )


@router.post(
    "/claims/{id}/reviews",
    operation_id="reviewClaim",
    status_code=201,
    responses=problem_responses(403, 404, 422),
)
def post_review(
    id: str, judgement: Judgement, store: StoreNeed, key: Writer, request: Request
) -> Review:
    """Confirm, correct or reject a claim, in the name of the key."""
    made = review(
        store,
        id,
        judgement.status,
        by=key.name,
        at=datetime.now(UTC).isoformat(timespec="milliseconds"),
        note=judgement.note,
        settings=judgement.set,
    )
    store.flush()
    note(request, key, f"{judgement.status} claim {id}")
    return made
