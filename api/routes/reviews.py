"""`/api/reviews`, `/api/claims/{id}/reviews`: what persons found of claims."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import BaseModel, ConfigDict, Field

from api.access.rights import Writer
from api.clock import now
from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from graph.curation.reviews import Review, Status
from graph.review import review

router = APIRouter(prefix="/api", tags=["reviews"], responses=problem_responses(401))


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


class ReviewQuery(BaseModel):
    """Which reviews."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    claim: str | None = Field(None, description="Of this claim alone.")


@router.get("/reviews", operation_id="getReviews")
def get_reviews(
    asked: Annotated[ReviewQuery, Query()], store: StoreNeed
) -> tuple[Review, ...]:
    """What persons found of claims, the first review first."""
    return tuple(
        each for each in store.reviews.all if asked.claim in (None, each.reviewed.id)
    )


@router.post(
    "/claims/{id}/reviews",
    operation_id="reviewClaim",
    status_code=201,
    responses=problem_responses(403, 404, 422),
)
def post_review(
    id: str, judgement: Judgement, store: StoreNeed, writer: Writer
) -> Review:
    """Confirm, correct or reject a claim, in the name of the key."""
    made = review(
        store,
        id,
        judgement.status,
        by=writer.key.name,
        at=now("milliseconds"),
        note=judgement.note,
        settings=judgement.set,
    )
    store.flush()
    writer.note(f"{judgement.status} claim {id}")
    return made
