"""From what an expression means to a period of time, counted from what is known.

Known is the article's own date, and the dated context: the dates told before in
the same article. Never the clock. What cannot be counted stays unresolved.
"""

from functools import singledispatch

from extract.dates import calendar_periods, counted_periods, periods
from extract.dates.known import UNRESOLVED, WEEK, Known, Resolved
from extract.dates.meanings import (
    Calendar,
    DayOfMonth,
    Decade,
    Division,
    Meaning,
    Numeric,
    Overnight,
    Part,
    Range,
    Season,
    Shift,
    Stretch,
    Unit,
    Vague,
    Weekday,
    Weekend,
)
from extract.dates.periods import Period
from ontology.claim import DateBasis

_WEAKNESS = [DateBasis.STATED, DateBasis.INFERRED_YEAR, DateBasis.RELATIVE]
"""How much a basis leaves to be counted: a range is as weak as its weaker end."""


@singledispatch
def resolve(meaning: Meaning, known: Known) -> Resolved:
    """The period that is meant, as far as it is known."""
    raise TypeError(f"no such meaning of a date: {meaning!r}")


resolve.register(Calendar, calendar_periods.calendar)
resolve.register(DayOfMonth, calendar_periods.day_of_month)
resolve.register(Numeric, calendar_periods.numeric)
resolve.register(Season, calendar_periods.season)
resolve.register(Division, calendar_periods.division)
resolve.register(Decade, calendar_periods.decade)
resolve.register(Weekday, counted_periods.weekday)
resolve.register(Shift, counted_periods.shift)
resolve.register(Unit, counted_periods.unit)
resolve.register(Stretch, counted_periods.stretch)
resolve.register(Weekend, counted_periods.weekend)
resolve.register(Overnight, counted_periods.overnight)


@resolve.register
def _vague(meaning: Vague, known: Known) -> Resolved:
    return UNRESOLVED


@resolve.register
def _part(meaning: Part, known: Known) -> Resolved:
    whole = resolve(meaning.whole, known)
    period = whole.period and periods.part(whole.period, meaning.name)
    return Resolved(period, whole.basis)


@resolve.register
def _range(meaning: Range, known: Known) -> Resolved:
    start = resolve(meaning.start, known) if meaning.start else None
    end = resolve(meaning.end, known) if meaning.end else None
    ends = [each for each in (start, end) if each]
    basis = max((each.basis for each in ends), key=_WEAKNESS.index)
    if any(each.period is None for each in ends):
        return Resolved(None, basis)
    first, last = start.period if start else None, end.period if end else None
    if isinstance(meaning.start, Weekday):
        first = _before(first, last)
    return Resolved(_joined(first, last), basis)


def _before(start: Period | None, end: Period | None) -> Period | None:
    """The start before the end: "Monday to Wednesday" told on a Tuesday."""
    first, last = start and start.earliest, end and end.earliest
    late = first and last and first > last
    return periods.day(first - WEEK) if late and first else start


def _joined(start: Period | None, end: Period | None) -> Period | None:
    if start and end:
        backwards = start.earliest and end.latest and start.earliest > end.latest
        return None if backwards else periods.between(start, end)
    if start:
        return periods.since(start)
    return end and periods.until(end)
