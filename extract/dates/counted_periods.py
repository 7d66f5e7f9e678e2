"""Days and units counted from another day, to periods of time."""

import re
from datetime import date

from extract.dates import periods
from extract.dates.known import (
    DAY,
    UNRESOLVED,
    WEEK,
    Known,
    Resolved,
    day_of,
    relative,
)
from extract.dates.meanings import Overnight, Shift, Stretch, Unit, Weekday, Weekend
from extract.dates.periods import Period

WEEK_MARGIN = 3
"""Days around "two weeks ago" that the words may mean: half a week."""

_KEPT = {"month": 7, "quarter": 7, "year": 4, "decade": 4}
"""How much of an ISO date counting by these units goes by, in characters."""

_YEARLESS_DAY = re.compile(r"XXXX-(\d\d)-(\d\d)")


def weekday(meaning: Weekday, known: Known) -> Resolved:
    """The nearest such day up to and including publication, unless words say else."""
    today = _base(known, "day", anaphoric=meaning.anaphoric)
    if today is None:
        return UNRESOLVED
    monday = today - today.weekday() * DAY
    if meaning.weeks is not None:
        when = monday + meaning.weeks * WEEK + meaning.number * DAY
    elif meaning.which == "next":
        when = today + ((meaning.number - today.weekday() - 1) % 7 + 1) * DAY
    elif known.forward and not meaning.which:
        when = today + (meaning.number - today.weekday()) % 7 * DAY
    elif meaning.which == "this":
        when = monday + meaning.number * DAY
    else:
        back = (today.weekday() - meaning.number) % 7
        when = today - (back or (7 if meaning.which == "last" else 0)) * DAY
    return relative(periods.day(when + meaning.later * WEEK))


def shift(meaning: Shift, known: Known) -> Resolved:
    """So many units before or after: "two days ago", "a week later"."""
    if meaning.anaphoric and known.told and known.told.earliest is None:
        return relative(_yearless_shift(meaning, known.told))
    base = _base(known, meaning.unit, anaphoric=meaning.anaphoric)
    if base is None:
        return UNRESOLVED
    if meaning.most is not None:
        ends = sorted(
            _moved(base, meaning.unit, each) for each in (meaning.count, meaning.most)
        )
        return relative(periods.days(*ends, nearly=True))
    if meaning.exact:
        return relative(periods.day(_far(base, meaning.unit, meaning.count)))
    return relative(_counted(base, meaning.unit, meaning.count))


def _base(known: Known, unit: str, *, anaphoric: bool) -> date | None:
    """The day to count units from: the one told last, or the article's.

    "A year later" counts from a year as well: any day of it does.
    """
    if not anaphoric:
        return known.published
    told = known.around if unit in _KEPT else known.told
    if told is None or told.earliest is None or told.latest is None:
        return None
    first, last = (each.isoformat() for each in (told.earliest, told.latest))
    kept = _KEPT.get(unit, len(first))
    return told.earliest if first[:kept] == last[:kept] else None


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
    day = _YEARLESS_DAY.fullmatch(told.edtf)
    if meaning.unit not in ("day", "night", "week") or day is None:
        return None
    month, number = map(int, day.groups())
    step = meaning.count * (WEEK if meaning.unit == "week" else DAY)
    moved = {
        (date(year, month, number) + step).strftime("XXXX-%m-%d")
        for year in (2023, 2024)
        if day_of(year, month, number)
    }
    return Period(moved.pop()) if len(moved) == 1 and meaning.most is None else None


def unit(meaning: Unit, known: Known) -> Resolved:
    """A whole unit: "this week", "last year"."""
    base = _base(known, meaning.name, anaphoric=meaning.anaphoric)
    if base is None:
        return UNRESOLVED
    if meaning.name == "week":
        first = base - base.weekday() * DAY + meaning.away * WEEK
        return relative(periods.days(first, first + 6 * DAY))
    when = _moved(base, meaning.name, meaning.away)
    if meaning.name == "month":
        return relative(periods.month(when.year, when.month))
    if meaning.name == "quarter":
        code = periods.FIRST_QUARTER + (when.month - 1) // 3
        return relative(periods.division(when.year, code))
    return relative(_years(when, meaning.name))


def stretch(meaning: Stretch, known: Known) -> Resolved:
    """All of so many units: "over the past three months"."""
    if known.published is None:
        return UNRESOLVED
    far = _far(known.published, meaning.unit, meaning.count)
    return relative(periods.days(*sorted((far, known.published)), nearly=True))


def _far(today: date, unit: str, count: int) -> date:
    """The other end of so many units, to the day where the calendar has it."""
    when = _moved(today, unit, count)
    if unit not in ("month", "quarter", "year", "decade"):
        return when
    return day_of(when.year, when.month, today.day) or when


def weekend(meaning: Weekend, known: Known) -> Resolved:
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
    return relative(periods.days(saturday, saturday + DAY))


def overnight(meaning: Overnight, known: Known) -> Resolved:
    """The night before publication."""
    if known.published is None:
        return UNRESOLVED
    return relative(periods.days(known.published - DAY, known.published))
