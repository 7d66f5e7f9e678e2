"""Dates counted from an article's own day whose year it leaves out: "Sept 18".

Each is counted in several years, common and leap ones; what comes out the same in all
of them is known: "yesterday" is `XXXX-09-17`. No year is guessed from the weekday that
a lead names: of 387 such days of PolNeAR it was right for 244.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extract.dates.context import TextDate, resolved_dates
from extract.dates.expressions import Expression
from extract.dates.known import day_of
from extract.dates.meanings import Calendar
from extract.dates.periods import yearless
from ontology.claim import ClaimDate, DateBasis

CYCLE = range(2000, 2028)
"""After these years the calendar repeats itself."""

YEARS = 4
"""Of these, with the same weekday or with any, at least one is a leap year."""

_DATED = re.compile(r"\d{4}(-(?:0\d|1[0-2])(?:-\d\d)?)")
"""A month or a day."""


def counted(
    text: str, found: Sequence[Expression], own: Calendar, *, forward: bool
) -> Iterator[TextDate]:
    """The dates of a text by its expressions, counted from the article's own day, as
    far as they are the same in any year."""
    days = (None, *(day.isoformat() for day in _days(own)))
    readings = (resolved_dates(text, found, day, forward=forward) for day in days)
    for each, *others in zip(*readings, strict=True):
        agreed = {_without_year(other.date.edtf) for other in others}
        known = each.date.edtf or len(agreed) > 1
        yield each if known else _with_edtf(each, agreed.pop())


def own_date(own: Calendar) -> ClaimDate:
    """The article's own day, as the date of what was said in it.

    >>> own_date(Calendar(month=9, day=18)).edtf
    'XXXX-09-18'
    """
    period = yearless(own.month or 1, own.day)
    return ClaimDate(edtf=period.edtf if period else None, basis=DateBasis.ARTICLE)


def _with_edtf(told: TextDate, edtf: str | None) -> TextDate:
    return replace(told, date=told.date.model_copy(update={"edtf": edtf}))


def _days(own: Calendar) -> list[date]:
    """The day in some years in which it falls on its weekday, where that is told."""
    days = (day_of(year, own.month or 1, own.day or 1) for year in CYCLE)
    return [day for day in days if day and own.weekday in (None, day.weekday())][:YEARS]


def _without_year(edtf: str | None) -> str | None:
    dated = _DATED.fullmatch(edtf or "")
    return f"XXXX{dated[1]}" if dated else None
