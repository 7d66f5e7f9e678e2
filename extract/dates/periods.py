"""Periods of time: EDTF (ISO 8601-2) with the first and last day that it can mean.

A period whose year is not known has no bounds: `XXXX-03-11`.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
"""EDTF's numbers of the seasons, in the place of the month."""

FIRST_QUARTER, FIRST_HALF = 33, 40
"""EDTF's numbers of the first quarter and the first half of a year."""

_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_LEAP = 2000
"""A leap year, to check days whose year is not known."""


@dataclass(frozen=True)
class Period:
    """A stretch of days. A bound of None is open, or not known."""

    edtf: str
    earliest: date | None = None
    latest: date | None = None


def day(when: date) -> Period:
    """One day.

    >>> day(date(2025, 3, 11)).edtf
    '2025-03-11'
    """
    return Period(when.isoformat(), when, when)


def month(year: int, number: int) -> Period:
    """One month of a year."""
    last = calendar.monthrange(year, number)[1]
    first = date(year, number, 1)
    return Period(f"{year:04}-{number:02}", first, first.replace(day=last))


def year(number: int) -> Period:
    """One year."""
    return Period(f"{number:04}", date(number, 1, 1), date(number, 12, 31))


def decade(first: int) -> Period:
    """The ten years from `first` on.

    >>> decade(1990).edtf
    '199X'
    """
    return Period(f"{first // 10:03}X", date(first, 1, 1), date(first + 9, 12, 31))


def season(number: int, name: str) -> Period:
    """A season of a year, by the northern months.

    A winter belongs to either of the years it touches, so its bounds hold both.
    """
    code = SEASONS[name]
    if code in _SEASON_MONTHS:
        first, last = (month(number, each) for each in _SEASON_MONTHS[code])
        return Period(f"{number:04}-{code}", first.earliest, last.latest)
    end = month(number + 1, 2).latest
    return Period(f"{number:04}-{code}", date(number - 1, 12, 1), end)


def division(number: int, code: int) -> Period:
    """A quarter (33 to 36) or half (40, 41) of a year.

    >>> division(2025, 34).latest
    datetime.date(2025, 6, 30)
    """
    length = 3 if code < FIRST_HALF else 6
    first = (code - (FIRST_QUARTER if length == 3 else FIRST_HALF)) * length + 1
    last = month(number, first + length - 1).latest
    return Period(f"{number:04}-{code}", date(number, first, 1), last)


def days(first: date, last: date, *, nearly: bool = False) -> Period:
    """The days from first to last; `nearly` marks both as approximate."""
    mark = "~" if nearly else ""
    if first == last:
        return Period(f"{first.isoformat()}{mark}", first, last)
    edtf = f"{first.isoformat()}{mark}/{last.isoformat()}{mark}"
    return Period(edtf, first, last)


def about(when: date, *, margin: int) -> Period:
    """Around a day, give or take so many days."""
    spread = timedelta(days=margin)
    return Period(f"{when.isoformat()}~", when - spread, when + spread)


def since(start: Period) -> Period:
    """From the beginning of a period on."""
    return Period(f"{_whole(start, first=True)}/..", start.earliest)


def until(end: Period) -> Period:
    """Up to the end of a period."""
    return Period(f"../{_whole(end, first=False)}", None, end.latest)


def between(start: Period, end: Period) -> Period:
    """From the beginning of one period to the end of another."""
    first, last = _whole(start, first=True), _whole(end, first=False)
    return Period(f"{first}/{last}", start.earliest, end.latest)


def either(choices: list[date]) -> Period:
    """One of several days, not known which: an EDTF set.

    >>> either([date(2025, 11, 3), date(2025, 3, 11)]).edtf
    '[2025-03-11,2025-11-03]'
    """
    listed = ",".join(when.isoformat() for when in sorted(choices))
    return Period(f"[{listed}]", min(choices), max(choices))


def yearless(number: int, day_of_month: int | None = None) -> Period | None:
    """A month, or a day of it, whose year is not told; None if there is no such day.

    >>> yearless(3, 11).edtf, yearless(2, 30)
    ('XXXX-03-11', None)
    """
    if day_of_month is None:
        return Period(f"XXXX-{number:02}")
    if day_of_month > calendar.monthrange(_LEAP, number)[1]:
        return None
    return Period(f"XXXX-{number:02}-{day_of_month:02}")


def part(whole: Period, name: str) -> Period:
    """The early, mid or late third of a period that has bounds.

    >>> part(year(2022), "early").edtf, part(month(2025, 3), "late").edtf
    ('2022-01~/2022-04~', '2025-03-21~/2025-03-31~')
    """
    if whole.earliest is None or whole.latest is None:
        return whole
    third = ("early", "mid", "late").index(name)
    if len(whole.edtf) == 4 and whole.edtf.isdigit():
        return _months_of_year(whole.earliest.year, third)
    if whole.edtf.endswith("X"):
        return _years_of_decade(whole.earliest.year, third)
    length = (whole.latest - whole.earliest).days + 1
    if length < 3:
        return whole
    first = whole.earliest + timedelta(days=length // 3 * third)
    last = whole.earliest + timedelta(days=length // 3 * (third + 1) - 1)
    return days(first, whole.latest if third == 2 else last, nearly=True)


def _months_of_year(number: int, third: int) -> Period:
    first, last = month(number, third * 4 + 1), month(number, third * 4 + 4)
    return Period(f"{first.edtf}~/{last.edtf}~", first.earliest, last.latest)


def _years_of_decade(number: int, third: int) -> Period:
    """Four years, three, and three."""
    first, last = ((0, 3), (4, 6), (7, 9))[third]
    start, end = year(number + first), year(number + last)
    return Period(f"{start.edtf}~/{end.edtf}~", start.earliest, end.latest)


def _whole(period: Period, *, first: bool) -> str:
    """A bound as an interval may hold it: no interval, set or season inside."""
    simple = "/" not in period.edtf and "[" not in period.edtf
    if simple and (len(period.edtf) != 7 or period.edtf[5:7] <= "12"):
        return period.edtf
    bound = period.earliest if first else period.latest
    return ".." if bound is None else bound.isoformat()
