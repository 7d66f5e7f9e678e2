"""Weekdays, and days told by a number alone: "Friday week", "on the 3rd".

Readers of the same kind as in `extract.dates.calendar_forms`.
"""

import re

from extract.dates.meanings import DayOfMonth, Meaning, Weekday
from extract.dates.readers import AWAY, WHICH, reader
from extract.dates.vocabulary import (
    MONTH,
    MONTH_NAME,
    ORDINAL,
    TIME_OF_DAY,
    WEEKDAY,
    WEEKDAY_NAME,
    count_bounds,
    day_number,
    weekday_number,
)

_ENDS = r"(?=\s*(?:[.,;:!?)\]”\"—–]|$)|\s+(?:that|to|he|she|they|at|when|the)\b)"
"""What follows where no noun can: "on Monday next steps" is no Monday next."""

WEEKDAY_ALONE = (
    rf"(?P<weekday>{WEEKDAY_NAME})(?![’']?s\s+of\b|\s+(?:of|in)\s+{MONTH_NAME})"
    rf"(?:\s+{TIME_OF_DAY}\b)?(?:,?\s+(?:of\s+)?(?P<which>last|this|next)\s+week\b"
    rf"|\s+(?:(?P<beside>last|next){_ENDS}|(?P<later>week\b)))?"
)
"""Thursday; Thursday night; Thursday last week; Thursday next; Thursday week."""

NUMBERED_WEEKDAY = (
    rf"(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?(?P<day>{ORDINAL})(?!\s+(?:of\s+)?{MONTH})"
)
"""Monday the 10th."""

NUMBERED_DAY = (
    rf"(?:(?<=[Oo]n the )(?P<day>{ORDINAL}){_ENDS}"
    rf"|(?P<told>{ORDINAL})\s+(?:of\s+)?(?P<away>last|this|next)\s+month\b)"
)
"""On the 3rd; the 3rd of last month."""

_WEEK_OF = (
    r"(?P<which>(?i:last|this|next))\s+week,?\s+(?:on\s+)?"
    rf"(?P<weekday>{WEEKDAY_NAME})"
)

_WEEKS_FROM = (
    r"(?P<count>(?i:a|one|two|three))\s+weeks?\s+"
    r"(?:(?P<last>last|ago)(?:\s+on)?|on|from|next)\s+"
    rf"(?P<weekday>{WEEKDAY_NAME})"
)

_FOLLOWING_DAY = (
    r"(?i:the\s+(?P<which>following|next|previous|preceding))\s+"
    rf"(?P<weekday>{WEEKDAY_NAME})"
)


def _weekday(match: re.Match[str]) -> Meaning:
    number = weekday_number(match["weekday"])
    if match["which"]:
        return Weekday(number, weeks=AWAY[match["which"]])
    if match["later"]:
        return Weekday(number, "next", later=1)
    return Weekday(number, WHICH[match["beside"]] if match["beside"] else "")


def _numbered_weekday(match: re.Match[str]) -> Meaning:
    return DayOfMonth(day_number(match["day"]), weekday_number(match["weekday"]))


def _numbered_day(match: re.Match[str]) -> Meaning:
    months = AWAY[match["away"]] if match["away"] else None
    return DayOfMonth(day_number(match["day"] or match["told"]), months=months)


def _week_of(match: re.Match[str]) -> Meaning:
    return Weekday(weekday_number(match["weekday"]), weeks=AWAY[match["which"].lower()])


def _weeks_from(match: re.Match[str]) -> Meaning:
    number = weekday_number(match["weekday"])
    weeks, _ = count_bounds(match["count"])
    if match["last"]:
        return Weekday(number, "last", later=-weeks)
    return Weekday(number, "next", later=weeks)


def _following_day(match: re.Match[str]) -> Meaning:
    ahead = match["which"].lower() in ("following", "next")
    number = weekday_number(match["weekday"])
    return Weekday(number, "next" if ahead else "last", anaphoric=True)


AT_WEEKDAY = (
    reader(NUMBERED_WEEKDAY, _numbered_weekday),
    reader(WEEKDAY_ALONE, _weekday),
)
"""Forms that begin with a weekday's name."""

AT_ORDINAL = reader(NUMBERED_DAY, _numbered_day)
"""The form that begins with an ordinal number."""

AT_WORD = (
    reader(_WEEK_OF, _week_of),
    reader(_WEEKS_FROM, _weeks_from),
    reader(_FOLLOWING_DAY, _following_day),
)
"""Forms that begin with a word; the weekday keeps its capital."""
