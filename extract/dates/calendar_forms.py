"""Dates of the calendar as written: "Tue 14th Jan, 2025", "March 3-5", "2025-03-11".

Each reader is a pattern and what it means; `extract.dates.expressions` tries them
where a number, a month or a weekday begins.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from extract.dates.meanings import (
    Calendar,
    DayOfMonth,
    Decade,
    Meaning,
    Numeric,
    Range,
    Weekday,
    Which,
)
from extract.dates.vocabulary import (
    BARE_YEAR,
    DAY,
    MONTH,
    MONTH_NAME,
    ORDINAL,
    TIME_OF_DAY,
    WEEKDAY,
    WEEKDAY_NAME,
    YEAR,
    month_number,
    weekday_number,
)


class Reader(NamedTuple):
    """A form of dates: its pattern, and what a match means (None: nothing)."""

    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Meaning | None]


AWAY: dict[str, int] = {"last": -1, "this": 0, "next": 1}
"""Steps of "last", "this" and "next"."""

WHICH: dict[str, Which] = {"last": "last", "this": "this", "next": "next"}
"""The same words as parts of a meaning."""

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

_ENDS = r"(?=\s*(?:[.,;:!?)\]”\"—–]|$)|\s+(?:that|to|he|she|they|at|when|the)\b)"
"""What follows where no noun can: "on Monday next steps" is no Monday next."""

WEEKDAY_ALONE = (
    rf"(?P<weekday>{WEEKDAY_NAME})(?![’']?s\s+of\b|\s+(?:of|in)\s+{MONTH_NAME})"
    rf"(?:\s+{TIME_OF_DAY}\b)?(?:,?\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b"
    rf"|\s+(?:(?P<beside>last|next){_ENDS}|(?P<later>week\b)))?"
)
"""Thursday; Thursday night; Thursday last week; Thursday next; Thursday week."""

NUMBERED_DAY = (
    rf"(?:(?<=[Oo]n the )(?P<day>{ORDINAL}){_ENDS}"
    rf"|(?P<told>{ORDINAL})\s+(?:of\s+)?(?P<away>last|this|next)\s+month\b)"
)
"""On the 3rd; the 3rd of last month."""

NUMBERED_WEEKDAY = (
    rf"(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?(?P<day>{ORDINAL})(?!\s+(?:of\s+)?{MONTH})"
)
"""Monday the 10th."""

_TWO_DIGITS = 2000
"""A year of two digits is one of this century: no news is older than its pages."""


def _told_year(match: re.Match[str]) -> int | None:
    names = match.groupdict()
    year = names.get("year") or names.get("joined")
    return int(year) if year else None


def _years_away(match: re.Match[str]) -> int | None:
    away = match.groupdict().get("away")
    return AWAY[away] if away else None


def _number(written: str) -> int:
    return int(written.rstrip("stndrh"))


def _month_day(match: re.Match[str]) -> Meaning:
    weekday = match["weekday"]
    first = Calendar(
        year=_told_year(match),
        month=month_number(match["month"]),
        day=_number(match["day"]),
        weekday=weekday_number(weekday) if weekday else None,
        years=_years_away(match),
    )
    last = match["last"] or match.groupdict().get("also")
    if not last:
        return first
    end = Calendar(first.year, first.month, _number(last), years=first.years)
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


def _weekday(match: re.Match[str]) -> Meaning:
    number = weekday_number(match["weekday"])
    if match["which"]:
        return Weekday(number, weeks=AWAY[match["which"]])
    if match["later"]:
        return Weekday(number, "next", later=1)
    return Weekday(number, WHICH[match["beside"]] if match["beside"] else "")


def _numbered_day(match: re.Match[str]) -> Meaning:
    months = AWAY[match["away"]] if match["away"] else None
    return DayOfMonth(_number(match["day"] or match["told"]), months=months)


def _numbered_weekday(match: re.Match[str]) -> Meaning:
    return DayOfMonth(_number(match["day"]), weekday_number(match["weekday"]))


def reader(pattern: str, meaning: Callable[[re.Match[str]], Meaning | None]) -> Reader:
    """A reader of this pattern."""
    return Reader(re.compile(pattern), meaning)


_MONTH_FIRST = reader(MONTH_FIRST, _month_day)
_DAY_FIRST = reader(DAY_FIRST, _month_day)

AT_NUMBER = (
    reader(ISO, _iso),
    reader(NUMBERS, _numbers),
    _DAY_FIRST,
    reader(NUMBERED_DAY, _numbered_day),
    reader(YEARS, _years),
    reader(DECADE, lambda match: Decade(int(match["first"]))),
)
"""Forms that begin with a digit."""

AT_MONTH = (_MONTH_FIRST, reader(MONTH_YEAR, _month_of_year))
"""Forms that begin with a month's name."""

AT_WEEKDAY = (
    _MONTH_FIRST,
    _DAY_FIRST,
    reader(NUMBERED_WEEKDAY, _numbered_weekday),
    reader(WEEKDAY_ALONE, _weekday),
)
"""Forms that begin with a weekday's name."""

BARE_MONTH = reader(
    rf"(?P<month>{MONTH_NAME})", lambda match: Calendar(None, month_number(match[0]))
)
"""A month alone: only where the words before it say that it is one."""

BARE = reader(rf"(?P<year>{BARE_YEAR})", lambda match: Calendar(int(match[0])))
"""A year alone: likewise."""

BARE_DAY = reader(DAY, lambda match: Calendar(month=None, day=_number(match[0])))
"""A day's number alone: only as the end of a range of days."""
