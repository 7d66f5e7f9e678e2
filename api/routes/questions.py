"""`/api/facets`, `/api/timeline`, `/api/positions` ...: claims counted and compared."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.parameters import ListQuery, Scope
from api.routes.writing import Written
from graph.features import answers, comparison, positions, shifts
from graph.search import facets as counts
from graph.search import timeline as times
from graph.search.timeline import Split, Width

router = APIRouter(
    route_class=Written,
    prefix="/api",
    tags=["questions"],
    responses=problem_responses(401, 422),
)


class FacetQuery(Scope):
    """What is counted, and how many values of each."""

    field: list[counts.Field] = Field([], description="Which fields; all without any.")
    top: int = Field(20, ge=1, le=500, description="Of each the values with most.")


class TimelineQuery(Scope):
    """How claims are laid out in time."""

    width: Width = Field(Width.MONTH, description="How long each bucket is.")
    split: Split = Field(Split.NONE, description="What each count is divided by.")


class ShiftQuery(ListQuery):
    """Whose shifts."""

    voice: str | None = Field(
        None, description="One actor with all who speak for it, taken as one."
    )
    demands: bool = Field(False, description="Only demands that were dropped.")


class CompareQuery(ListQuery):
    """Which two are compared."""

    first: str = Field(description="One actor: name or id.", examples=["Russia"])
    second: str = Field(description="The other one.", examples=["Ukraine"])


class AnswersQuery(ListQuery):
    """Which demands, and what counts as an answer to them."""

    within: int = Field(
        answers.WITHIN, ge=0, le=36500, description="Days until an answer, at most."
    )
    unanswered: bool = Field(False, description="Only demands without an answer.")


@router.get("/facets", operation_id="countClaims")
def get_facets(
    asked: Annotated[FacetQuery, Query()], store: StoreNeed
) -> dict[counts.Field, tuple[counts.Count, ...]]:
    """How many claims have which speaker, stance, topic and so on."""
    fields = asked.field or tuple(counts.Field)
    return counts.facets(store, asked.filter(), fields=fields, top=asked.top)


@router.get("/timeline", operation_id="getTimeline")
def get_timeline(
    asked: Annotated[TimelineQuery, Query()], store: StoreNeed
) -> times.Timeline:
    """How many claims there are in each day, week, month, quarter or year."""
    wanted = asked.filter()
    return times.timeline(store, wanted, width=asked.width, split=asked.split)


@router.get("/positions", operation_id="getPositions")
def get_positions(
    asked: Annotated[ListQuery, Query()], store: StoreNeed
) -> tuple[positions.Position, ...]:
    """The latest claim of a speaker on each topic; name the speaker."""
    return positions.positions(store, asked.filter(), limit=asked.limit)


@router.get("/stands", operation_id="getStands")
def get_stands(
    asked: Annotated[ListQuery, Query()], store: StoreNeed
) -> tuple[positions.Stand, ...]:
    """The latest claim of each speaker on a topic; name the topic."""
    return positions.stands(store, asked.filter(), limit=asked.limit)


@router.get("/shifts", operation_id="getShifts")
def get_shifts(
    asked: Annotated[ShiftQuery, Query()], store: StoreNeed
) -> tuple[shifts.Shift, ...]:
    """Where a speaker went from for to against a topic, or back."""
    wanted = asked.filter()
    if asked.demands:
        return shifts.dropped(store, wanted, voice=asked.voice)[: asked.limit]
    return shifts.shifts(store, wanted, voice=asked.voice, limit=asked.limit)


@router.get("/compare", operation_id="compareActors")
def get_comparison(
    asked: Annotated[CompareQuery, Query()], store: StoreNeed
) -> comparison.Comparison:
    """Where two actors agree, where they oppose, and what only one spoke on."""
    scope = asked.filter()
    return comparison.compare(
        store, asked.first, asked.second, scope, limit=asked.limit
    )


@router.get("/answers", operation_id="getAnswers")
def get_answers(
    asked: Annotated[AnswersQuery, Query()], store: StoreNeed
) -> tuple[answers.Demand, ...]:
    """Demands with what was answered to them, the newest first."""
    return answers.answers(
        store,
        asked.filter(),
        within=asked.within,
        unanswered=asked.unanswered,
        limit=asked.limit,
    )
