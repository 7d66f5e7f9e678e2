"""Dates told from another date: "yesterday", "two weeks ago", "the following day".

Readers of the same kind as in `extract.dates.calendar_forms`, tried where one of
their first words stands.
"""

import re

from extract.dates.calendar_forms import AWAY, WHICH, Reader
from extract.dates.meanings import (
    Calendar,
    Division,
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
from extract.dates.periods import FIRST_HALF, FIRST_QUARTER
from extract.dates.vocabulary import (
    COUNT,
    HOLIDAY,
    HOLIDAYS,
    MONTH_NAME,
    ORDINALS,
    SEASON,
    TIME_OF_DAY,
    UNIT,
    WEEKDAY_NAME,
    YEAR,
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
_WEEK_OF = (
    r"(?P<which>(?i:last|this|next))\s+week,?\s+(?:on\s+)?"
    rf"(?P<weekday>{WEEKDAY_NAME})"
)
_WEEKS_FROM = (
    r"(?P<count>(?i:a|one|two|three))\s+weeks?\s+(?:(?P<last>last|ago)(?:\s+on)?|on|from|next)\s+"
    rf"(?P<weekday>{WEEKDAY_NAME})"
)
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
    rf"(?:(?P<ago>ago)(?P<exact>\s+today)?|(?P<hence>from\s+now)|(?P<before>earlier|previously|prior"
    rf"(?!\s+to))|(?P<after>later)|(?P<back>before){_ENDS}|(?P<on>after){_ENDS})\b"
)
_LONG_AWAY = (
    r"(?:days|weeks|months|years|decades|centuries)\s+"
    r"(?:ago|earlier|later)\b"
)
_FOLLOWING = (
    r"the\s+(?:very\s+)?(?P<which>following|next|previous|preceding)\s+"
    r"(?P<unit>day|morning|afternoon|evening|night|week|month|year)\b(?!\s+of\b)"
)
_FOLLOWING_DAY = (
    r"(?i:the\s+(?P<which>following|next|previous|preceding))\s+"
    rf"(?P<weekday>{WEEKDAY_NAME})"
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
_SEASON_OF = (
    rf"(?P<name>{SEASON})(?:\s+of)?,?\s+(?:(?P<year>{YEAR})(?P<next>[-–/]\d\d\b)?"
    r"|(?P<away>last|this|next)\s+year\b)"
)
_DIVISION = (
    r"(?:the\s+)?(?:(?P<ordinal>first|second|third|fourth|final|last)\s+"
    r"(?P<unit>quarter|half)|Q(?P<quarter>[1-4]))(?:\s+of|\s+in|,)?\s+"
    rf"(?:(?P<year>{YEAR})|(?P<away>last|this|next|the)\s+year\b)"
)
_HOLIDAY = (
    rf"(?:(?P<which>last|next)\s+)?(?P<holiday>{HOLIDAY})\b(?:,?\s+(?P<year>{YEAR}))?"
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


def _week_of(match: re.Match[str]) -> Meaning:
    return Weekday(weekday_number(match["weekday"]), weeks=AWAY[match["which"].lower()])


def _weeks_from(match: re.Match[str]) -> Meaning:
    number, (weeks, _) = weekday_number(match["weekday"]), count_bounds(match["count"])
    if match["last"]:
        return Weekday(number, "last", later=-weeks)
    return Weekday(number, "next", later=weeks)


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


def _following_day(match: re.Match[str]) -> Meaning:
    ahead = match["which"].lower() in ("following", "next")
    number = weekday_number(match["weekday"])
    return Weekday(number, "next" if ahead else "last", anaphoric=True)


def _beside(unit: str, away: int) -> Meaning:
    if unit == "day" or re.fullmatch(TIME_OF_DAY, unit):
        return Shift("day", away, anaphoric=True)
    return Unit(unit, away, anaphoric=True)


def _day_beside(match: re.Match[str]) -> Meaning:
    away = -1 if match["before"] else 1
    if match["word"]:
        return Shift("day", away + _DAYS[match["word"].lower()])
    return _beside(match["unit"].lower(), away)


def _season(match: re.Match[str]) -> Meaning | None:
    name = match["name"].lower()
    if match["away"]:
        return Season(name, which=WHICH[match["away"].lower()])
    year = int(match["year"])
    if not match["next"]:
        return Season(name, year)
    return (
        Range(Calendar(year, 12), Calendar(year + 1, 2)) if name == "winter" else None
    )


def _division(match: re.Match[str]) -> Meaning | None:
    count = 2 if match["unit"] and match["unit"].lower() == "half" else 4
    number = int(match["quarter"] or 0) or ORDINALS[match["ordinal"].lower()]
    number = count if number < 0 else number
    if number > count:
        return None
    code = (FIRST_HALF if count == 2 else FIRST_QUARTER) + number - 1
    years = AWAY.get((match["away"] or "").lower(), 0)
    return Division(code, int(match["year"]) if match["year"] else None, years)


def _holiday(match: re.Match[str]) -> Meaning:
    name = " ".join(match["holiday"].lower().replace("’", "'").split())
    month, day = HOLIDAYS[name]
    year = int(match["year"]) if match["year"] else None
    which = WHICH[match["which"].lower()] if match["which"] else ""
    return Calendar(year, month, day, which=which)


def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern in either case."""
    return re.compile(pattern, re.IGNORECASE)


AT_COUNT = Reader(_compiled(_AWAY), _away)
"""The one form that a number can begin: "14 days ago"."""

AT_WORD = (
    Reader(_compiled(_WORD), _word),
    Reader(_compiled(r"overnight\b"), lambda match: Overnight()),
    Reader(_compiled(_SAME_DAY), lambda match: Shift("day", 0, anaphoric=True)),
    Reader(_compiled(_UNTIL_NOW), _until_now),
    # Months and weekdays keep their capital: "this may be" holds no date.
    Reader(re.compile(_NAMED), _named),
    Reader(re.compile(_WEEK_OF), _week_of),
    Reader(re.compile(_WEEKS_FROM), _weeks_from),
    Reader(re.compile(_FOLLOWING_DAY), _following_day),
    Reader(_compiled(_THIS_TIME), _this_time),
    Reader(_compiled(_UNIT_AWAY), _unit_away),
    Reader(_compiled(_STRETCH), _stretch),
    AT_COUNT,
    Reader(_compiled(_LONG_AWAY), lambda match: Vague()),
    Reader(_compiled(_FOLLOWING), _following),
    Reader(_compiled(_DAY_BESIDE), _day_beside),
    Reader(_compiled(_THAT_UNIT), lambda match: _beside(match["unit"].lower(), 0)),
    Reader(_compiled(_WEEKEND), lambda match: Weekend("last" if match["past"] else "")),
    Reader(_compiled(_SEASON_OF), _season),
    Reader(_compiled(_DIVISION), _division),
    Reader(_compiled(_HOLIDAY), _holiday),
)
"""Forms that begin with a word."""

FIRST_WORDS = (
    r"today|tonight|yesterday|tomorrow|overnight|earlier|later|last|this|next|past"
    r"|coming|spring|summer|autumn|fall|winter|fourth|final"
    rf"|first|second|third|Q[1-4]|{HOLIDAY}|that\s+(?:very|same|day|morning|afternoon|evening"
    r"|night|week|month|year)|the(?:se)?\s+(?:very|same|past|last|next|coming|following"
    r"|previous|preceding|day|night|week|weekend|month|year)"
    r"|(?:over|during|at|in|within)\s+the\s+(?:weekend|past|last|next|coming)"
    rf"|{COUNT}\s+{UNIT}s?\s|(?:minutes|hours|days|weeks|months|years|decades|centuries)"
    r"\s+(?:ago|earlier|later)"
)
"""How forms of AT_WORD begin, in either case: where it is worth trying them."""
