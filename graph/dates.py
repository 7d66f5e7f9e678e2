"""Dates as the read model keeps them: integers `year * 10000 + month * 100 + day`.

They order as the days do, year and month fall out by division, and 0 says
"not known", which no day is.
"""

import calendar
import re
from datetime import date, timedelta
from enum import StrEnum

from ontology.claim import ClaimDate
from ontology.errors import UnknownTerm

UNKNOWN = 0
"""The number of a day that is not known."""

NEVER = 99999999
"""A number after that of any day: an open end, or what sorts behind all days."""

ACCEPTED = ("YYYY", "YYYY-MM", "YYYY-MM-DD")
"""What `since` and `until` take, as error messages list it."""

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONTH_DAY = re.compile(r"XXXX-(\d{2})-(\d{2})|--(\d{2})-(\d{2})")


class Precision(StrEnum):
    """How closely a claim's date is known, told from its bounds."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"
    OPEN = "open"
    UNKNOWN = "unknown"


_LONGEST = (
    (1, Precision.DAY),
    (7, Precision.WEEK),
    (31, Precision.MONTH),
    (366, Precision.YEAR),
)
"""The most days that an interval of each precision has."""


def number(iso: str | None) -> int:
    """An ISO day as a number; 0 for None.

    >>> number("2025-03-11"), number(None)
    (20250311, 0)
    """
    return int(iso[:10].replace("-", "")) if iso else UNKNOWN


def day_told(given: str | None) -> int:
    """The day of a date, or time, that an article tells; 0 if it is none."""
    try:
        return number(date.fromisoformat((given or "")[:10]).isoformat())
    except ValueError:
        return UNKNOWN


def iso(day: int) -> str | None:
    """The pair of `number`.

    >>> iso(20250311), iso(0)
    ('2025-03-11', None)
    """
    return f"{day // 10000:04}-{day // 100 % 100:02}-{day % 100:02}" if day else None


def calendar_day(day: int) -> date:
    """A known day as a `date`, for counting days."""
    return date(day // 10000, day // 100 % 100, day % 100)


def days_between(first: int, second: int) -> int:
    """Days from the first to the second known day; negative if it is before.

    >>> days_between(20250228, 20250311)
    11
    """
    return (calendar_day(second) - calendar_day(first)).days


def shifted(day: int, days: int) -> int:
    """The day so many days later; the bounds of the calendar stop it.

    >>> shifted(20250228, 1)
    20250301
    """
    try:
        return number((calendar_day(day) + timedelta(days=days)).isoformat())
    except OverflowError:
        return 101 if days < 0 else 99991231


def month_day(written: ClaimDate) -> int:
    """Month and day as `month * 100 + day`, also where no year is told; else 0.

    >>> month_day(ClaimDate(edtf="XXXX-03-11"))
    311
    """
    match = _MONTH_DAY.fullmatch(written.edtf or "")
    if match:
        month, day = (int(part) for part in match.groups() if part)
        return month * 100 + day
    same = written.earliest and written.earliest == written.latest
    return number(written.earliest) % 10000 if same else 0


def precision(written: ClaimDate) -> Precision:
    """How closely the date is known."""
    earliest, latest = number(written.earliest), number(written.latest)
    if not earliest and not latest:
        return Precision.UNKNOWN
    if not earliest or not latest:
        return Precision.OPEN
    length = days_between(earliest, latest) + 1
    return next((name for most, name in _LONGEST if length <= most), Precision.LONGER)


def first_day(field: str, value: str) -> int:
    """The first day of a year, month or day as users write it.

    Raises UnknownTerm, naming the value and the accepted forms.

    >>> first_day("since", "2025-03")
    20250301
    """
    year, month, day = _parts(field, value)
    return _checked(field, value, year, month or 1, day or 1)


def last_day(field: str, value: str) -> int:
    """The last day of a year, month or day as users write it.

    Raises UnknownTerm, naming the value and the accepted forms.

    >>> last_day("until", "2024-02")
    20240229
    """
    year, month, day = _parts(field, value)
    month = month or 12
    if not day and year and 1 <= month <= 12:
        day = calendar.monthrange(year, month)[1]
    return _checked(field, value, year, month, day)


def _parts(field: str, value: str) -> tuple[int, int, int]:
    match = _PARTIAL.fullmatch(value.strip())
    if not match:
        raise UnknownTerm(field, value, ACCEPTED)
    year, month, day = (int(part or 0) for part in match.groups())
    if match[2] == "00" or match[3] == "00":
        raise UnknownTerm(field, value, ACCEPTED)
    return year, month, day


def _checked(field: str, value: str, year: int, month: int, day: int) -> int:
    try:
        return number(date(year, month, day).isoformat())
    except ValueError:
        raise UnknownTerm(field, value, ACCEPTED) from None
