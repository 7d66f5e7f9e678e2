"""What a date is counted from, and what comes of it."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from extract.dates.periods import Period
from ontology.claim import DateBasis

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Known:
    """What an expression can be counted from.

    `published`: the article's date. `told`: the day told last before; `around`: the
    day, month or year told last before. `year_near`: the full date told last before,
    near which a year left out is looked for where the article has no date. `forward`:
    whether the sentence speaks of what is to come. `day_first`: whether the article
    writes 11/03 for the 11th of March, where that is known.
    """

    published: date | None = None
    told: Period | None = None
    around: Period | None = None
    year_near: date | None = None
    forward: bool = False
    day_first: bool | None = None


@dataclass(frozen=True)
class Resolved:
    """A period and where it comes from; None where nothing tells."""

    period: Period | None
    basis: DateBasis


UNRESOLVED = Resolved(None, DateBasis.RELATIVE)
"""Told from a date that is not known."""


def stated(period: Period | None) -> Resolved:
    """What the words alone tell."""
    return Resolved(period, DateBasis.STATED)


def relative(period: Period | None) -> Resolved:
    """What is counted from another date."""
    return Resolved(period, DateBasis.RELATIVE)


def day_of(year: int, month: int, day_of_month: int) -> date | None:
    """The day, if the calendar has it."""
    _, last = calendar.monthrange(year, month)
    return date(year, month, day_of_month) if 1 <= day_of_month <= last else None
