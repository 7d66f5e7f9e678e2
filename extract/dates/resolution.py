"""From what an expression means to a period of time, counted from what is known.

Known is the article's own date, and the dated context: the dates told before in
the same article. Never the clock. What cannot be counted stays unresolved.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import singledispatch

from extract.dates import periods
from extract.dates.meanings import (
    Calendar,
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
    Which,
)
from extract.dates.periods import Period
from ontology.claim import DateBasis

DAY = timedelta(days=1)
WEEK = timedelta(days=7)

EASTWARD = DAY
"""A day told can be one past the article's: it is already tomorrow further east."""

NEARBY = timedelta(days=45)
"""How far from publication an ambiguous 11/03/2025 is still taken for the near one."""

WEEK_MARGIN = 3
"""Days around "two weeks ago" that the words may mean: half a week."""

_LEAP_YEARS = 8
"""The longest wait for a 29 February, in years."""

_SEASON_START = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True)
class Known:
    """What an expression can be counted from.

    `published`: the article's date. `told`: the day told last before. `year_near`:
    the full date told last before, near which a year left out is looked for where
    the article has no date. `forward`:
    whether the sentence speaks of what is to come. `day_first`: whether the
    article writes 11/03 for the 11th of March, where that is known.
    """

    published: date | None = None
    told: Period | None = None
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


@singledispatch
def resolve(meaning: Meaning, known: Known) -> Resolved:
    """The period that is meant, as far as it is known."""
    raise TypeError(f"no such meaning of a date: {meaning!r}")


def _stated(period: Period | None) -> Resolved:
    return Resolved(period, DateBasis.STATED)


def _relative(period: Period | None) -> Resolved:
    return Resolved(period, DateBasis.RELATIVE)


@resolve.register
def _calendar(meaning: Calendar, known: Known) -> Resolved:
    if meaning.year:
        return _stated(_dated(meaning.year, meaning))
    if meaning.years is not None or meaning.which:
        return _placed(meaning, known)
    near = known.published or known.year_near
    if meaning.month is None:
        return _stated(None)
    if near is None:
        return _stated(periods.yearless(meaning.month, meaning.day))
    year = _year(meaning, near, known)
    inferred = None if year is None else _dated(year, meaning)
    return Resolved(inferred, DateBasis.INFERRED_YEAR)


def _placed(meaning: Calendar, known: Known) -> Resolved:
    """The likes of "March last year", "last August": from the article's date."""
    if known.published is None:
        return _relative(
            periods.yearless(meaning.month, meaning.day) if meaning.month else None
        )
    if meaning.years is not None:
        return _relative(_dated(known.published.year + meaning.years, meaning))
    month = meaning.month or known.published.month
    step = _step(meaning.which, month, known.published.month)
    return _relative(periods.month(known.published.year + step, month))


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
    when = _day(year, meaning.month, meaning.day)
    return periods.day(when) if when else None


def _day(year: int, month: int, day_of_month: int) -> date | None:
    """The day, if the calendar has it."""
    last = periods.month(year, month).latest
    exists = last is not None and 1 <= day_of_month <= last.day
    return date(year, month, day_of_month) if exists else None


def _year(meaning: Calendar, near: date, known: Known) -> int | None:
    """The year left out: the last one that has come, the next where it is to come.

    Near a date told in the text it is the nearest one, for a story goes on.
    """
    years = range(near.year - _LEAP_YEARS, near.year + _LEAP_YEARS + 1)
    starts = {year: _first_day(year, meaning) for year in years}
    days = {year: when for year, when in starts.items() if when}
    fitting = {
        year: when for year, when in days.items() if when.weekday() == meaning.weekday
    }
    if fitting:
        return min(fitting, key=lambda year: abs(fitting[year] - near))
    if known.published is None:
        return min(days, key=lambda year: abs(days[year] - near), default=None)
    if known.forward:
        return min((y for y, when in days.items() if _ends(when, meaning) >= near))
    return max((y for y, when in days.items() if when <= near + EASTWARD))


def _first_day(year: int, meaning: Calendar) -> date | None:
    return _day(year, meaning.month or 1, meaning.day or 1)


def _ends(when: date, meaning: Calendar) -> date:
    return when if meaning.day else when + 27 * DAY


@resolve.register
def _numeric(meaning: Numeric, known: Known) -> Resolved:
    """11/03/2025: by the article's other dates, else by its own, else either."""
    european = date(meaning.year, meaning.second, meaning.first)
    american = date(meaning.year, meaning.first, meaning.second)
    if known.day_first is not None:
        return _stated(periods.day(european if known.day_first else american))
    if known.published:
        today = known.published
        near = [each for each in (european, american) if abs(each - today) <= NEARBY]
        if len(near) == 1:
            return _stated(periods.day(near[0]))
    return _stated(periods.either([european, american]))


@resolve.register
def _weekday(meaning: Weekday, known: Known) -> Resolved:
    """The nearest such day up to and including publication, unless words say else."""
    if known.published is None:
        return UNRESOLVED
    today = known.published
    monday = today - today.weekday() * DAY
    if meaning.weeks is not None:
        when = monday + meaning.weeks * WEEK + meaning.number * DAY
    elif meaning.which == "next" or (known.forward and not meaning.which):
        when = today + ((meaning.number - today.weekday() - 1) % 7 + 1) * DAY
    elif meaning.which == "this":
        when = monday + meaning.number * DAY
    else:
        back = (today.weekday() - meaning.number) % 7
        when = today - (back or (7 if meaning.which == "last" else 0)) * DAY
    return _relative(periods.day(when))


@resolve.register
def _shift(meaning: Shift, known: Known) -> Resolved:
    if meaning.anaphoric and known.told and known.told.earliest is None:
        return _relative(_yearless_shift(meaning, known.told))
    base = _base(known, anaphoric=meaning.anaphoric)
    if base is None:
        return UNRESOLVED
    if meaning.most is not None:
        ends = sorted(
            _moved(base, meaning.unit, each) for each in (meaning.count, meaning.most)
        )
        return _relative(periods.days(*ends, nearly=True))
    return _relative(_counted(base, meaning.unit, meaning.count))


def _base(known: Known, *, anaphoric: bool) -> date | None:
    """The day to count from: the one told last, or the article's."""
    if not anaphoric:
        return known.published
    told = known.told
    return told.earliest if told and told.earliest == told.latest else None


def _counted(base: date, unit: str, count: int) -> Period:
    """So many units away, as closely as people mean it."""
    if unit in ("hour", "minute"):
        return periods.days(*sorted((base, base + (DAY if count > 0 else -DAY))))
    if unit in ("day", "night"):
        return periods.day(base + count * DAY)
    if unit == "week":
        return periods.about(base + count * WEEK, margin=WEEK_MARGIN)
    when = _moved(base, unit, count)
    return (
        periods.month(when.year, when.month) if unit == "month" else _years(when, unit)
    )


def _years(when: date, unit: str) -> Period:
    if unit == "year":
        return periods.year(when.year)
    return periods.decade(when.year // 10 * 10)


def _moved(base: date, unit: str, count: int) -> date:
    """The day so many units away; of months and years, the first of the month."""
    if unit in ("month", "quarter", "year", "decade"):
        months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}[unit] * count
        year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
        return date(year, month + 1, 1)
    if unit in ("hour", "minute"):
        return base
    return base + count * (WEEK if unit == "week" else DAY)


def _yearless_shift(meaning: Shift, told: Period) -> Period | None:
    """A day counted from a month and day: while it does not depend on the year."""
    parts = told.edtf.split("-")
    if meaning.unit not in ("day", "night", "week") or len(parts) != 3:
        return None
    step = meaning.count * (WEEK if meaning.unit == "week" else DAY)
    moved = {
        (date(year, int(parts[1]), int(parts[2])) + step).strftime("XXXX-%m-%d")
        for year in (2023, 2024)
        if _day(year, int(parts[1]), int(parts[2]))
    }
    return Period(moved.pop()) if len(moved) == 1 and meaning.most is None else None


@resolve.register
def _unit(meaning: Unit, known: Known) -> Resolved:
    base = _base(known, anaphoric=meaning.anaphoric)
    if base is None:
        return UNRESOLVED
    if meaning.name == "week":
        first = base - base.weekday() * DAY + meaning.away * WEEK
        return _relative(periods.days(first, first + 6 * DAY))
    when = _moved(base, meaning.name, meaning.away)
    if meaning.name == "month":
        return _relative(periods.month(when.year, when.month))
    if meaning.name == "quarter":
        code = periods.FIRST_QUARTER + (when.month - 1) // 3
        return _relative(periods.division(when.year, code))
    return _relative(_years(when, meaning.name))


@resolve.register
def _stretch(meaning: Stretch, known: Known) -> Resolved:
    if known.published is None:
        return UNRESOLVED
    far = _far(known.published, meaning.unit, meaning.count)
    return _relative(periods.days(*sorted((far, known.published)), nearly=True))


def _far(today: date, unit: str, count: int) -> date:
    """The other end of so many units, to the day where the calendar has it."""
    when = _moved(today, unit, count)
    if unit not in ("month", "quarter", "year", "decade"):
        return when
    return _day(when.year, when.month, today.day) or when


@resolve.register
def _weekend(meaning: Weekend, known: Known) -> Resolved:
    """The last weekend that has begun; "last weekend" said on one is the one before."""
    if known.published is None:
        return UNRESOLVED
    today = known.published
    saturday = today - (today.weekday() - 5) % 7 * DAY
    if meaning.which == "last" and today.weekday() >= 5:
        saturday -= WEEK
    ahead = meaning.which == "next" or (meaning.which == "this" and known.forward)
    if ahead and (meaning.which == "next" or today.weekday() < 5):
        saturday += WEEK
    return _relative(periods.days(saturday, saturday + DAY))


@resolve.register
def _season(meaning: Season, known: Known) -> Resolved:
    if meaning.year:
        return _stated(periods.season(meaning.year, meaning.name))
    if known.published is None:
        return UNRESOLVED
    today, starts = known.published, _SEASON_START[meaning.name]
    step = {"": 0, "this": 0, "next": 1, "last": -1}[meaning.which]
    if meaning.which == "last" and today.month >= starts + 3:
        step = 0
    if meaning.which == "next" and today.month < starts:
        step = 0
    return _relative(periods.season(today.year + step, meaning.name))


@resolve.register
def _division(meaning: Division, known: Known) -> Resolved:
    if meaning.year:
        return _stated(periods.division(meaning.year, meaning.code))
    if known.published is None:
        return UNRESOLVED
    year = known.published.year + meaning.years
    return _relative(periods.division(year, meaning.code))


@resolve.register
def _decade(meaning: Decade, known: Known) -> Resolved:
    return _stated(periods.decade(meaning.first))


@resolve.register
def _overnight(meaning: Overnight, known: Known) -> Resolved:
    if known.published is None:
        return UNRESOLVED
    return _relative(periods.days(known.published - DAY, known.published))


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
    told = [each for each in (start, end) if each]
    basis = max((each.basis for each in told), key=_WEAKNESS.index)
    if any(each.period is None for each in told):
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


_WEAKNESS = [DateBasis.STATED, DateBasis.INFERRED_YEAR, DateBasis.RELATIVE]
"""How much a basis leaves to be counted: a range is as weak as its weaker end."""


def _joined(start: Period | None, end: Period | None) -> Period | None:
    if start and end:
        backwards = start.earliest and end.latest and start.earliest > end.latest
        return None if backwards else periods.between(start, end)
    if start:
        return periods.since(start)
    return end and periods.until(end)
