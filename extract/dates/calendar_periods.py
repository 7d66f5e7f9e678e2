"""Months, days, seasons and years as the calendar has them, to periods of time."""

from datetime import date, timedelta

from extract.dates import periods
from extract.dates.known import (
    UNRESOLVED,
    Known,
    Resolved,
    day_of,
    relative,
    stated,
)
from extract.dates.meanings import (
    Calendar,
    DayOfMonth,
    Decade,
    Division,
    Numeric,
    Season,
    Which,
)
from extract.dates.periods import Period
from extract.dates.year_left_out import EASTWARD, first_day, year_left_out
from ontology.claim import DateBasis

NEARBY = timedelta(days=45)
"""How far from publication an ambiguous 11/03/2025 is still taken for the near one."""


_SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def calendar(meaning: Calendar, known: Known) -> Resolved:
    """A year, month and day, whichever of them are told."""
    if meaning.year:
        return stated(_dated(meaning.year, meaning))
    if meaning.years is not None or meaning.which:
        return _placed(meaning, known)
    near = known.published or known.year_near
    if meaning.month is None:
        return stated(None)
    if near is None:
        return stated(periods.yearless(meaning.month, meaning.day))
    year = year_left_out(meaning, near, known)
    inferred = None if year is None else _dated(year, meaning)
    return Resolved(inferred, DateBasis.INFERRED_YEAR)


def _placed(meaning: Calendar, known: Known) -> Resolved:
    """The likes of "March last year", "last August": from the article's date."""
    if known.published is None:
        return relative(
            periods.yearless(meaning.month, meaning.day) if meaning.month else None
        )
    if meaning.years is not None:
        return relative(_dated(known.published.year + meaning.years, meaning))
    if meaning.day:
        return relative(_beside(meaning, known.published))
    month = meaning.month or known.published.month
    step = _step(meaning.which, month, known.published.month)
    return relative(periods.month(known.published.year + step, month))


def _beside(meaning: Calendar, today: date) -> Period | None:
    """The last or the next such day: "last Lady Day"."""
    years = (today.year - 1, today.year, today.year + 1)
    days = [day for year in years if (day := first_day(year, meaning))]
    before = [day for day in days if day < today]
    after = [day for day in days if day > today]
    found = before[-1:] if meaning.which == "last" else after[:1]
    return periods.day(found[0]) if found else None


def _step(which: Which, number: int, present: int) -> int:
    """How many years away the last, this or next month of this number is."""
    if which == "last":
        return 0 if number < present else -1
    return int(which == "next" and number <= present)


def _dated(year: int, meaning: Calendar) -> Period | None:
    if meaning.month is None:
        return periods.year(year)
    if meaning.day is None:
        return periods.month(year, meaning.month)
    when = day_of(year, meaning.month, meaning.day)
    return periods.day(when) if when else None


def day_of_month(meaning: DayOfMonth, known: Known) -> Resolved:
    """The nearest such day to the one told before, else the last up to publication."""
    told = known.told.earliest if known.told else None
    base = known.published if meaning.months is not None else told or known.published
    if base is None:
        return UNRESOLVED
    days = _days_numbered(meaning, base)
    if meaning.months is None and not told:
        last = base + EASTWARD
        days = [day for day in days if (day >= base if known.forward else day <= last)]
    nearest = min(days, key=lambda day: abs(day - base), default=None)
    return relative(periods.day(nearest) if nearest else None)


def _days_numbered(meaning: DayOfMonth, base: date) -> list[date]:
    """The days of that number in the months around, on its weekday where told."""
    around = range(-12, 13) if meaning.months is None else [meaning.months]
    months = (divmod(base.year * 12 + base.month - 1 + away, 12) for away in around)
    days = (day_of(year, month + 1, meaning.day) for year, month in months)
    return [d for d in days if d and meaning.weekday in (None, d.weekday())]


def numeric(meaning: Numeric, known: Known) -> Resolved:
    """11/03/2025: by the article's other dates, else by its own, else either."""
    european = date(meaning.year, meaning.second, meaning.first)
    american = date(meaning.year, meaning.first, meaning.second)
    if known.day_first is not None:
        return stated(periods.day(european if known.day_first else american))
    if known.published:
        today = known.published
        near = [each for each in (european, american) if abs(each - today) <= NEARBY]
        if len(near) == 1:
            return stated(periods.day(near[0]))
    return stated(periods.either([european, american]))


def season(meaning: Season, known: Known) -> Resolved:
    """A season of a year told, or the one around publication that is meant."""
    if meaning.year:
        return stated(periods.season(meaning.year, meaning.name))
    if known.published is None:
        return UNRESOLVED
    today, starts = known.published, _SEASON_START[meaning.name]
    step = {"": 0, "this": 0, "next": 1, "last": -1}[meaning.which]
    if meaning.which == "last" and today.month >= starts + 3:
        step = 0
    if meaning.which == "next" and today.month < starts:
        step = 0
    return relative(periods.season(today.year + step, meaning.name))


def division(meaning: Division, known: Known) -> Resolved:
    """A quarter or half of a year."""
    if meaning.year:
        return stated(periods.division(meaning.year, meaning.code))
    if known.published is None:
        return UNRESOLVED
    year = known.published.year + meaning.years
    return relative(periods.division(year, meaning.code))


def decade(meaning: Decade, known: Known) -> Resolved:
    """Ten years."""
    return stated(periods.decade(meaning.first))
