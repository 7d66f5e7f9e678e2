"""Dates told from another date: "yesterday", "two weeks ago", "the following day".

Readers of the same kind as in `extract.dates.calendar_forms`, tried where one of
their first words stands.
"""

import re

from extract.dates.meanings import (
    Calendar,
    Meaning,
    Overnight,
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
from extract.dates.readers import AWAY, WHICH, reader
from extract.dates.vocabulary import (
    COUNT,
    HOLIDAY,
    MONTH_NAME,
    SEASON,
    TIME_OF_DAY,
    UNIT,
    WEEKDAY_NAME,
    count_bounds,
    month_number,
    weekday_number,
)

_ENDS = r"(?=\s*(?:[.,;:!?)\]”\"—–]|$))"
"""The end of a clause: "a day after" counts from what was told only there."""

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_WORD = rf"(?P<word>today|tonight|yesterday|tomorrow)(?:\s+{TIME_OF_DAY})?\b"
_SAME_DAY = (
    r"(?:earlier|later)\s+(?:in\s+the\s+day|(?:that|the\s+same)\s+day)\b"
    r"|(?:hours|minutes)\s+later\b"
    r"|(?:the|that)\s+(?:very\s+)?same\s+(?:day|morning|afternoon|evening|night)\b"
    rf"|(?<=[oO]n\s)that\s+(?:day|{TIME_OF_DAY})\b"
    rf"|that\s+(?:day|{TIME_OF_DAY}){_ENDS}"
)
_UNTIL_NOW = (
    r"(?P<when>earlier|later)\s+(?P<this>today|(?:this|in\s+the)\s+"
    rf"(?P<unit>{TIME_OF_DAY}|day|week|month|quarter|year|decade|{SEASON}))\b"
)
_THIS_TIME = r"this\s+time\s+last\s+(?P<unit>week|month|year)\b"
_NAMED = (
    r"(?P<which>(?i:last|this\s+past|this\s+coming|this|next|past|coming))\s+"
    rf"(?:(?P<weekday>{WEEKDAY_NAME})(?!\s+(?:of|in)\s+{MONTH_NAME})"
    rf"(?:\s+{TIME_OF_DAY}\b)?|(?P<month>{MONTH_NAME}))"
)
_UNIT_AWAY = (
    r"(?P<which>last|this|next)\s+(?P<unit>weekend|night|evening|morning|afternoon"
    rf"|week|month|quarter|year|decade|{SEASON})\b(?!['’]s?\s+end)(?!\s+of\b)"
)
_STRETCH = (
    r"(?:(?:in|over|during|within)\s+)?the(?:se)?\s+(?P<which>past|last|coming"
    rf"|next(?=\s+{COUNT}\s))\s+(?:(?P<count>{COUNT})\s+)?(?P<unit>{UNIT})s?\b(?!\s+of\b)"
    rf"|this\s+(?P<past>past)\s+(?P<one>{UNIT})\b"
)
_AWAY = (
    rf"(?<!half )(?<!\w-)(?P<count>{COUNT})\s+(?P<unit>{UNIT})s?\s+"
    r"(?:(?P<ago>ago)(?P<exact>\s+today)?|(?P<hence>from\s+now)"
    r"|(?P<before>earlier|previously|prior(?!\s+to))"
    rf"|(?P<after>later)|(?P<back>before){_ENDS}|(?P<on>after){_ENDS})\b"
)
_LONG_AWAY = (
    r"(?:days|weeks|months|years|decades|centuries)\s+"
    r"(?:ago|earlier|later)\b"
)
_FOLLOWING = (
    r"the\s+(?:very\s+)?(?P<which>following|next|previous|preceding)\s+"
    r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!\s+of\b)"
)
_DAY_BESIDE = (
    r"the\s+(?P<unit>day|night|week|month|year)\s+(?:(?P<before>before|earlier|prior)"
    r"|(?P<after>after|following))(?:\s+(?P<word>yesterday|tomorrow)\b|"
    rf"{_ENDS})"
)
_THAT_UNIT = r"(?P<that>that)\s+(?:same\s+)?(?P<unit>week|month|year)\b(?=\s*[.,;:)]|$)"
_WEEKEND = (
    r"(?:(?:over|during|at)\s+)?(?:the|(?P<past>this\s+past))\s+weekend\b"
    r"(?!\s+of\b)"
)


def _word(match: re.Match[str]) -> Meaning:
    return Shift("day", _DAYS[match["word"].lower()])


def _until_now(match: re.Match[str]) -> Meaning:
    unit = (match["unit"] or "day").lower()
    if unit == "day" or re.fullmatch(TIME_OF_DAY, unit):
        return Shift("day", 0)
    whole = _unit("this", unit)
    today = Shift("day", 0)
    later = match["when"].lower() == "later"
    return Range(today, whole) if later else Range(whole, today)


def _this_time(match: re.Match[str]) -> Meaning:
    unit = match["unit"].lower()
    return Unit("month", -12) if unit == "year" else Shift(unit, -1)


def _which(words: str) -> Which:
    word = words.lower().split()[-1]
    return {"past": WHICH["last"], "coming": WHICH["next"]}.get(word) or WHICH[word]


def _named(match: re.Match[str]) -> Meaning:
    which = _which(match["which"])
    if match["weekday"]:
        return Weekday(weekday_number(match["weekday"]), which)
    return Calendar(None, month_number(match["month"]), which=which)


def _unit(which: str, unit: str) -> Meaning:
    away = AWAY[which]
    if unit == "weekend":
        return Weekend(WHICH[which])
    if re.fullmatch(SEASON, unit):
        return Season(unit, which=WHICH[which])
    if re.fullmatch(TIME_OF_DAY, unit):
        return Shift("day", away)
    return Unit(unit, away)


def _unit_away(match: re.Match[str]) -> Meaning:
    return _unit(match["which"].lower(), match["unit"].lower())


def _stretch(match: re.Match[str]) -> Meaning:
    back = match["past"] or match["which"].lower() in ("past", "last")
    most = count_bounds(match["count"])[1] if match["count"] else 1
    unit, each = _unit_of(match["unit"] or match["one"])
    return Stretch(unit, (-most if back else most) * each)


def _unit_of(word: str) -> tuple[str, int]:
    """The unit, and how many of it the word means: a fortnight is two weeks."""
    unit = word.lower()
    return ("week", 2) if unit == "fortnight" else (unit, 1)


def _away(match: re.Match[str]) -> Meaning:
    least, most = count_bounds(match["count"])
    sign = -1 if match["ago"] or match["before"] or match["back"] else 1
    told = bool(match["ago"] or match["hence"])
    unit, each = _unit_of(match["unit"])
    vague = sign * most * each if most > least else None
    return Shift(unit, sign * least * each, not told, vague, bool(match["exact"]))


def _following(match: re.Match[str]) -> Meaning:
    away = 1 if match["which"].lower() in ("following", "next") else -1
    return _beside(match["unit"].lower(), away)


def _beside(unit: str, away: int) -> Meaning:
    if unit == "day" or re.fullmatch(TIME_OF_DAY, unit):
        return Shift("day", away, anaphoric=True)
    return Unit(unit, away, anaphoric=True)


def _that_unit(match: re.Match[str]) -> Meaning:
    return _beside(match["unit"].lower(), 0)


def _weekend(match: re.Match[str]) -> Meaning:
    return Weekend("last" if match["past"] else "")


def _day_beside(match: re.Match[str]) -> Meaning:
    away = -1 if match["before"] else 1
    if match["word"]:
        return Shift("day", away + _DAYS[match["word"].lower()])
    return _beside(match["unit"].lower(), away)


AT_COUNT = reader(_AWAY, _away, either_case=True)
"""The one form that a number can begin: "14 days ago"."""

AT_WORD = (
    reader(_WORD, _word, either_case=True),
    reader(r"overnight\b", lambda match: Overnight(), either_case=True),
    reader(_SAME_DAY, lambda match: Shift("day", 0, anaphoric=True), either_case=True),
    reader(_UNTIL_NOW, _until_now, either_case=True),
    # A month keeps its capital, or "this may be" would hold a date.
    reader(_NAMED, _named),
    reader(_THIS_TIME, _this_time, either_case=True),
    reader(_UNIT_AWAY, _unit_away, either_case=True),
    reader(_STRETCH, _stretch, either_case=True),
    AT_COUNT,
    reader(_LONG_AWAY, lambda match: Vague(), either_case=True),
    reader(_FOLLOWING, _following, either_case=True),
    reader(_DAY_BESIDE, _day_beside, either_case=True),
    reader(_THAT_UNIT, _that_unit, either_case=True),
    reader(_WEEKEND, _weekend, either_case=True),
)
"""Forms that begin with a word."""

FIRST_WORDS = (
    r"today|tonight|yesterday|tomorrow|overnight|earlier|later|last|this|next|past"
    r"|coming|spring|summer|autumn|fall|winter|fourth|final"
    rf"|first|second|third|Q[1-4]|{HOLIDAY}"
    r"|that\s+(?:very|same|day|morning|afternoon|evening|night|week|month|year)"
    r"|the(?:se)?\s+(?:very|same|past|last|next|coming|following"
    r"|previous|preceding|day|night|week|weekend|month|year)"
    r"|(?:over|during|at|in|within)\s+the\s+(?:weekend|past|last|next|coming)"
    rf"|{COUNT}\s+{UNIT}s?\s|(?:minutes|hours|days|weeks|months|years|decades|centuries)"
    r"\s+(?:ago|earlier|later)"
)
"""How forms that begin with a word do so, in either case: where it is worth trying."""
