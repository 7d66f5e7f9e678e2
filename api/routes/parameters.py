"""The questions that can be put over HTTP, as query parameters."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.questions import both, queried, question
from graph.search.filters import ClaimFilter
from graph.search.query import MOST, Order
from ontology.claim import QuoteType
from ontology.stances import Polarity, Stance

DAY_SCHEMA: dict[str, Any] = {
    "pattern": r"^([12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|1\d|2[0-8]))?)?)?$",
    "examples": ["2025-03-11"],
}
"""Told, not enforced: what goes beyond it is refused in words that help more."""


def day(name: str, description: str) -> Any:  # noqa: ANN401 - as pydantic's `Field`
    """A field for a day, by the name that users give it."""
    return Field(
        None,
        alias=name,
        description=f"{description}: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.",
        json_schema_extra=DAY_SCHEMA,
    )


class PageQuery(BaseModel):
    """Which page of a list."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    limit: int = Field(50, ge=1, le=MOST, description="The length of a page.")
    cursor: str | None = Field(None, description="Where to go on, as `next` gave it.")


class Scope(BaseModel):
    """Which claims: all fields must match, of each field any value."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    q: str | None = Field(
        None,
        max_length=2000,
        description="A query, as `onrecord find` takes it; it must match as well.",
        examples=["speaker:Russia stance:demands -topic:ceasefire"],
    )
    speaker: list[str] = Field(
        [],
        description="Who said it, or for whom: name or id.",
        examples=[["Russia"]],
    )
    stance: list[Stance] = Field(
        [], description="What the speaker does.", examples=[["demands"]]
    )
    polarity: list[Polarity] = Field([], description="The attitude to the topic.")
    topic: list[str] = Field([], description="About what, narrower topics included.")
    since: str | None = day("from", "From this day")
    until: str | None = day("to", "To this day")
    quote: list[QuoteType] = Field([], description="How the words are given.")
    text: str | None = Field(
        None, description='Words of the content; `"a phrase"` and `begin*` work.'
    )
    addressee: list[str] = Field([], description="To whom it was said: name or id.")
    outlet: list[str] = Field([], description="Who published it: name or id.")
    article: list[str] = Field([], description="In which articles: ids.")
    min_confidence: float | None = Field(
        None, ge=0, le=1, description="Only claims at least so sure."
    )

    def filter(self) -> ClaimFilter:
        """The claims that are meant. Raises UnknownTerm or BadInput."""
        fields = self.asked()
        query = queried("q", fields.pop("q", ""))
        return both(question(fields), query)

    def asked(self) -> dict[str, Any]:
        """What was given of the scope, by its public names."""
        scope = set(Scope.model_fields)
        return self.model_dump(by_alias=True, include=scope, exclude_defaults=True)


class ClaimQuery(Scope, PageQuery):
    """A question about claims, page by page."""

    order: Order = Field(Order.NEWEST, description="What comes first.")


class ListQuery(Scope):
    """A question whose answer is a list."""

    limit: int = Field(50, ge=1, le=MOST, description="The most that are given.")
