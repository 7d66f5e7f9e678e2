"""`/api/agents/{id}/merges` and the like: what persons decide on names."""

from enum import StrEnum

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from api.access.rights import Writer
from api.clock import now
from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from graph.curation.decision import Decision
from graph.curation.identification import Named
from graph.decisions import merge, split

router = APIRouter(
    prefix="/api", tags=["names"], responses=problem_responses(401, 403, 404, 422)
)


class Kind(StrEnum):
    """What is decided on; the values are those of `graph.curation.curation`."""

    AGENTS = "agents"
    TOPICS = "topics"


class Decided(BaseModel):
    """That another is this one, or that it is not; by name, id or `ID@ARTICLE`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"other": "vladimir-putin-2", "note": "the same office"}]
        },
    )

    other: str = Field(min_length=1, max_length=1000)
    note: str | None = Field(None, max_length=10_000)


@router.post("/{kind}/{id}/merges", operation_id="mergeNames", status_code=201)
def post_merge(
    kind: Kind, id: str, decided: Decided, store: StoreNeed, writer: Writer
) -> Named:
    """Decide that another agent, or topic, is this one: answers show this one."""
    kept = merge(store, kind, id, decided.other, _decision(writer, decided))
    store.flush()
    writer.note(f"merge {kind} {decided.other!r} into {kept.id}")
    return kept


@router.post("/{kind}/{id}/splits", operation_id="splitNames", status_code=201)
def post_split(
    kind: Kind, id: str, decided: Decided, store: StoreNeed, writer: Writer
) -> Named:
    """Decide that another is not this one: it stands for itself again."""
    left = split(store, kind, id, decided.other, _decision(writer, decided))
    store.flush()
    writer.note(f"split {kind} {left.id} from {id!r}")
    return left


def _decision(writer: Writer, decided: Decided) -> Decision:
    at = now("milliseconds")
    return Decision(by=writer.key.name, at=at, reason=decided.note)
