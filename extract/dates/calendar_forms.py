"""Dates of the calendar as written: "Tue 14th Jan, 2025", "March 3-5", "2025-03-11".

Each reader is a pattern and what it means; `extract.dates.expressions` tries them
where a number, a month or a weekday begins.
"""

import re

from extract.dates import weekday_forms
from extract.dates.meanings import (
    Calendar,
    Decade,
    Meaning,
    Numeric,
    Range,
)
from extract.dates.readers import AWAY, reader
from extract.dates.vocabulary import (
    BARE_YEAR,
    DAY,
    MONTH,
    MONTH_NAME,
    WEEKDAY,
    WEEKDAY_NAME,
    YEAR,
    day_number,
    month_number,
    weekday_number,
)

_YEAR_TOLD = (
    rf"(?:(?:,\s*|\s+|\s+of\s+)(?P<year>{YEAR})"
    r"|,?\s+(?:of\s+)?(?P<away>last|this|next)\s+year)?"
)
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|through|until|till)\s+)"
_AND = r"(?:\s+(?:and|&)\s+)"
_WEEKDAY = rf"(?:(?P<weekday>{WEEKDAY}),?\s+(?P<open>\()?(?:the\s+)?)?"
_CLOSED = rf"(?(open)\)?)(?:(?:,\s+|\s+\(){WEEKDAY_NAME}(?=\)|[.,;]|\s+[a-z]|$)\)?)?"
_SECOND = (
    rf"(?:{_TO}(?P<last>{DAY})|{_AND}(?P<also>{DAY})(?=,?\s+{YEAR}|\s*[.,;:)]|\s*$))?"
)

MONTH_FIRST = (
    rf"{_WEEKDAY}(?P<month>{MONTH})\s*(?P<day>{DAY}){_SECOND}{_YEAR_TOLD}"
    rf"{_CLOSED}"
)
"""March 11, 2025; Tuesday (March 11); March 11, Tuesday; March 3-5."""

DAY_FIRST = (
    rf"{_WEEKDAY}(?P<day>{DAY})(?:(?:{_TO}|{_AND})(?P<last>{DAY}))?"
    rf"(?:\s+of\s+|[\s-]+)(?P<month>{MONTH})(?:-(?P<joined>{YEAR})|{_YEAR_TOLD})"
    rf"{_CLOSED}"
)
"""14 March; Tue 14th Jan, 2025; the 3rd of May; 11-Mar-2025."""

MONTH_YEAR = (
    rf"(?P<month>{MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})"
    r"|,?\s+(?:of\s+)?(?P<away>last|this|next)\s+year)"
)
"""March 2025; August of last year."""

ISO = (
    r"(?P<year>[12]\d{3})(?P<mark>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=mark)"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
)
"""2025-03-11."""

NUMBERS = (
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>[12]\d{3}|(?<=/)\d\d)(?![\d/]|[-.]\d)"
)
"""11/03/2025; 11.03.2025; 3/11/25."""

YEARS = (
    r"(?P<first>(?:1[789]|20)\d\d)[-–—/](?P<last>(?:(?:1[789]|20)\d\d|\d\d))(?![-\w])"
)
"""2014-2016; 2024-25; 2024/25."""

DECADE = r"(?P<first>(?:1[789]|20)\d0)[’']?s\b"
"""1990s."""


_TWO_DIGITS = 2000
"""A year of two digits is one of this century: no news is older than its pages."""


def _told_year(match: re.Match[str]) -> int | None:
    names = match.groupdict()
    year = names.get("year") or names.get("joined")
    return int(year) if year else None


def _years_away(match: re.Match[str]) -> int | None:
    away = match.groupdict().get("away")
    return AWAY[away] if away else None


def _month_day(match: re.Match[str]) -> Meaning:
    weekday = match["weekday"]
    first = Calendar(
        year=_told_year(match),
        month=month_number(match["month"]),
        day=day_number(match["day"]),
        weekday=weekday_number(weekday) if weekday else None,
        years=_years_away(match),
    )
    last = match["last"] or match.groupdict().get("also")
    if not last:
        return first
    end = Calendar(first.year, first.month, day_number(last), years=first.years)
    return Range(first, end)


def _month_of_year(match: re.Match[str]) -> Meaning:
    month = month_number(match["month"])
    return Calendar(_told_year(match), month, years=_years_away(match))


def _iso(match: re.Match[str]) -> Meaning:
    return Calendar(int(match["year"]), int(match["month"]), int(match["day"]))


def _numbers(match: re.Match[str]) -> Meaning | None:
    first, second = int(match["first"]), int(match["second"])
    year = int(match["year"])
    year += _TWO_DIGITS if len(match["year"]) == 2 else 0
    if match["mark"] == "." and second <= 12:
        return Calendar(year, second, first)
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    if first > 12 or first == second:
        return Calendar(year, second, first)
    if second > 12:
        return Calendar(year, first, second)
    return Numeric(first, second, year)


def _years(match: re.Match[str]) -> Meaning | None:
    first, written = int(match["first"]), match["last"]
    last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
    return Range(Calendar(first), Calendar(last)) if first < last else None


_MONTH_FIRST = reader(MONTH_FIRST, _month_day)
_DAY_FIRST = reader(DAY_FIRST, _month_day)

AT_NUMBER = (
    reader(ISO, _iso),
    reader(NUMBERS, _numbers),
    _DAY_FIRST,
    weekday_forms.AT_ORDINAL,
    reader(YEARS, _years),
    reader(DECADE, lambda match: Decade(int(match["first"]))),
)
"""Forms that begin with a digit."""

AT_MONTH = (_MONTH_FIRST, reader(MONTH_YEAR, _month_of_year))
"""Forms that begin with a month's name."""

AT_WEEKDAY = (
    _MONTH_FIRST,
    _DAY_FIRST,
    *weekday_forms.AT_WEEKDAY,
)
"""Forms that begin with a weekday's name."""

BARE_MONTH = reader(
    rf"(?P<month>{MONTH_NAME})", lambda match: Calendar(None, month_number(match[0]))
)
"""A month alone: only where the words before it say that it is one."""

BARE = reader(rf"(?P<year>{BARE_YEAR})", lambda match: Calendar(int(match[0])))
"""A year alone: likewise."""

BARE_DAY = reader(DAY, lambda match: Calendar(month=None, day=day_number(match[0])))
"""A day's number alone: only as the end of a range of days."""
