"""A job: what is to be ingested, for whom, and how far it is."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field

from api.ingesting.tally import Tally

SHOWN = 100
"""How many refused items a job names; it counts them all."""


class JobState(StrEnum):
    """Where a job is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it."""
        return self not in (JobState.WAITING, JobState.RUNNING)


class RefusedItem(BaseModel):
    """What gave no article, and why."""

    model_config = ConfigDict(frozen=True)

    source: str
    reason: str


class Job(BaseModel):
    """A job as it is told and kept. Times are ISO 8601, UTC."""

    model_config = ConfigDict(
        frozen=True,
        json_schema_extra={
            "examples": [
                {
                    "id": "6f1c0a9d3b7e",
                    "state": "running",
                    "key": "newsdesk",
                    "created": "2025-03-11T08:00:00+00:00",
                    "inputs": ["https://news.example/feed.xml"],
                    "articles": {"added": 12, "unchanged": 3},
                    "claims": 97,
                }
            ]
        },
    )

    id: str
    state: JobState = JobState.WAITING
    key: str = Field(description="The name of the key that it belongs to.")
    created: str
    started: str | None = None
    ended: str | None = None
    inputs: tuple[str, ...] = Field(description="Names of files, and URLs.")
    items: int | None = Field(
        default=None,
        description="How many items there are; null where it is not known.",
    )
    articles: dict[str, int] = Field(
        default={},
        description="How many were added, unchanged, replaced, revised, copied.",
    )
    claims: int = 0
    errors: int = 0
    refused: tuple[RefusedItem, ...] = Field(
        default=(), description=f"What gave no article, the first {SHOWN}."
    )
    reason: str | None = Field(default=None, description="Why it failed.")

    def with_tally(self, tally: Tally) -> "Job":
        """The job with what has become of its articles by now."""
        refused = tuple(
            RefusedItem(source=item.source, reason=item.reason)
            for item in tally.refused[:SHOWN]
        )
        return self.model_copy(
            update={
                "articles": dict(tally.outcomes),
                "claims": tally.claims,
                "errors": len(tally.refused),
                "refused": refused,
            }
        )
