"""What is asked of claims: one frozen value, checked when it is made."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator

from graph.dates import Precision, first_day, last_day
from ontology.claim import DateBasis, Modality, QuoteType
from ontology.errors import BadInput, UnknownTerm
from ontology.stances import Polarity, Stance

Term = TypeVar("Term", bound=StrEnum)

_CLOSED: dict[str, type[StrEnum]] = {
    "stance": Stance,
    "polarity": Polarity,
    "quote": QuoteType,
    "modality": Modality,
    "basis": DateBasis,
    "precision": Precision,
}

_MONTH_DAYS = ("MM-DD",)


def _several(value: object) -> object:
    """One value stands for a tuple of one; None for none at all."""
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (value,)
    return tuple(value)


Names = Annotated[tuple[str, ...], BeforeValidator(_several)]
"""Ids or names; a claim matches that has any of them. One string will do."""


class ClaimFilter(BaseModel):
    """Claims that match every field given, and within a field any of its values.

    Raises UnknownTerm for a value outside a closed list or a date that is none.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    speaker: Names = ()
    """Finds those who speak for it too: "Russia" finds its minister's claims."""
    delegates: bool = True
    """False: only what the speaker itself says."""
    addressee: Names = ()
    target: Names = ()
    agent: Names = ()
    """Speaker, addressee or target, whichever."""
    role: str | None = None
    """Words of the speaker's title in the article."""
    stance: Annotated[tuple[Stance, ...], BeforeValidator(_several)] = ()
    polarity: Annotated[tuple[Polarity, ...], BeforeValidator(_several)] = ()
    topic: Names = ()
    """Finds narrower topics too."""
    narrower: bool = True
    """False: only the topic itself."""
    since: str | None = None
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`. The claim's dates may reach beyond it:
    what is asked is whether they overlap; claims without dates never match."""
    until: str | None = None
    month_day: str | None = None
    """`MM-DD`: that day of any year, and of no stated year."""
    quote: Annotated[tuple[QuoteType, ...], BeforeValidator(_several)] = ()
    text: str | None = None
    """Words of the content, all of them; `"a phrase"`, `begin*`."""
    outlet: Names = ()
    article: Names = ()
    modality: Annotated[tuple[Modality, ...], BeforeValidator(_several)] = ()
    basis: Annotated[tuple[DateBasis, ...], BeforeValidator(_several)] = ()
    precision: Annotated[tuple[Precision, ...], BeforeValidator(_several)] = ()
    kind: Names = ()
    """What the speaker is, such as `unnamed`."""
    extractor: str | None = None
    """The version that made the claim."""
    min_confidence: float | None = None
    max_confidence: float | None = None
    """Exclusive, so that two filters that meet share no claim."""
    all_of: tuple["ClaimFilter", ...] = ()
    """Every one of these must match as well."""
    any_of: tuple["ClaimFilter", ...] = ()
    """If there are any, one of them must match as well."""
    none_of: tuple["ClaimFilter", ...] = ()
    """None of these may match."""

    @classmethod
    def of(cls, **fields: object) -> "ClaimFilter":
        """A filter from plain values, as forms and command lines have them.

        >>> ClaimFilter.of(speaker="Arland", stance="demands").speaker
        ('Arland',)
        """
        return cls.model_validate(fields)

    @model_validator(mode="before")
    @classmethod
    def _known(cls, given: Any) -> Any:  # noqa: ANN401 - pydantic hands over anything
        if isinstance(given, dict):
            for field, terms in _CLOSED.items():
                for value in _values(given.get(field)):
                    term(field, value, terms)
            check_dates(given)
        return given


def term(field: str, value: str, terms: type[Term]) -> Term:
    """The term of a closed list. Raises UnknownTerm, naming what is accepted.

    >>> term("stance", "demands", Stance).name
    'DEMANDS'
    """
    try:
        return terms(value)
    except ValueError:
        raise UnknownTerm(field, value, [each.value for each in terms]) from None


def check_dates(given: dict[str, Any]) -> None:
    """Raise UnknownTerm for a date that is none, BadInput for an empty range."""
    since, until = given.get("since"), given.get("until")
    first = first_day("since", since) if since else None
    last = last_day("until", until) if until else None
    if first and last and first > last:
        raise BadInput(f"since: {since!r} is after until: {until!r}")
    if given.get("month_day"):
        month_day_number(given["month_day"])


def month_day_number(value: str) -> int:
    """`MM-DD` as `month * 100 + day`. Raises UnknownTerm.

    >>> month_day_number("03-11")
    311
    """
    try:
        # of a leap year, so that 29 February is a day
        return first_day("month_day", f"2000-{value}") % 10000
    except UnknownTerm:
        raise UnknownTerm("month_day", value, _MONTH_DAYS) from None


def _values(value: object) -> tuple[str, ...]:
    several = _several(value)
    return several if isinstance(several, tuple) else ()
