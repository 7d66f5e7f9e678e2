"""Parts of a year: seasons, quarters and halves, holidays on a fixed day.

Readers of the same kind as in `extract.dates.calendar_forms`.
"""

import re

from extract.dates.meanings import Calendar, Division, Meaning, Range, Season
from extract.dates.periods import FIRST_HALF, FIRST_QUARTER
from extract.dates.readers import AWAY, WHICH, reader
from extract.dates.vocabulary import HOLIDAY, HOLIDAYS, ORDINALS, SEASON, YEAR

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


AT_WORD = (
    reader(_SEASON_OF, _season, either_case=True),
    reader(_DIVISION, _division, either_case=True),
    reader(_HOLIDAY, _holiday, either_case=True),
)
"""Forms that begin with a word."""
