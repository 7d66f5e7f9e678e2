"""Date expressions in a text: where they stand and what they mean.

Each is a reading (`readings`) with the words of a range around it: "since", "until",
"from ... to"; what is a name ("Good Friday", "USA Today") is left out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.dates.calendar_forms import BARE_DAY
from extract.dates.meanings import Calendar, Meaning, Part, Range, Weekday
from extract.dates.readings import (
    START,
    WINDOW,
    Reading,
    family_at,
    part,
    preposition,
    simple,
)
from extract.dates.relative_forms import FIRST_WORDS
from extract.dates.vocabulary import MONTHS, PARTS, WEEKDAYS


@dataclass(frozen=True)
class Expression:
    """Words that name a time: `text[start:end]`, and their meaning.

    `preposition` is the word before them, in lower case ("" for none); "since",
    "until" and the words of a range are part of the expression itself.
    """

    start: int
    end: int
    meaning: Meaning
    preposition: str


_WORD = re.compile(r"\w+")
_NAMES = frozenset(name[:3] for name in (*MONTHS, *WEEKDAYS))
_WORDS = frozenset(re.findall(r"[a-z]+", FIRST_WORDS.lower())) | frozenset(
    {*PARTS, *(f"q{number}" for number in range(1, 5))}
)

_OPENING = re.compile(
    r"(?i:\b(?P<from>from|between)|(?:\bever\s+)?\b(?P<since>since)"
    r"|\b(?P<until>until|till|up\s+to))\s+$"
)
_TO = re.compile(r"\s?[-–—]\s?|\s+(?i:to|through|until|till|thru)\s+")
_AND = re.compile(r"\s+(?i:and)\s+")
_ONWARD = re.compile(r"\s+(?i:onwards?|on(?=\s*[.,;])|forward)\b")

_OTHER_NAMES = re.compile(
    r"(?:Black|Good|Super|Easter|Ash|Holy|Maundy|Bloody|Palm|Cyber|Giving|Casual|on)"
    r" $"
)
_AFTER_NAMES = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Post|Herald|Independent|Review|Magazine"
    r"|Night Live|Night Football|Morning Herald|School)\b"
)
_AFTER_CAPITAL = re.compile(r"[A-Z][\w.]* $")


def expressions(text: str) -> Iterator[Expression]:
    """The date expressions of a text, in order and disjoint."""
    position = 0
    for word in _WORD.finditer(text):
        if not _can_start(word[0]) or word.start() < position:
            continue
        match = START.match(text, word.start())
        reading = match and _reading(text, match)
        if reading:
            found = _expression(text, word.start(), reading)
            yield found
            position = found.end


@lru_cache(maxsize=50_000)
def _can_start(word: str) -> bool:
    """Whether it is worth trying the readers at this word: nearly never."""
    if word[0].isupper() and word[:3].lower() in _NAMES:
        return True
    return word[0].isdigit() or word.lower() in _WORDS


def _reading(text: str, match: re.Match[str]) -> Reading | None:
    if match["part"]:
        return part(text, match)
    found = simple(text, match.start(), str(match.lastgroup))
    if found is None or _is_name(text, match.start(), found):
        return None
    return found


def _is_name(text: str, start: int, found: Reading) -> bool:
    """Whether the words are a name: Good Friday, the Sunday Times, USA Today."""
    before = text[max(0, start - WINDOW) : start]
    if isinstance(found.meaning, Weekday):
        named = _OTHER_NAMES.search(before)
        if named and not (named[0] == "on " and not before.endswith("Mail on ")):
            return True
        return bool(_AFTER_NAMES.match(text, found.end))
    today = text[start : found.end] in ("Today", "TODAY")
    return today and bool(_AFTER_CAPITAL.search(before))


def _expression(text: str, start: int, reading: Reading) -> Expression:
    """The reading with the words of a range around it."""
    opening = _OPENING.search(text[max(0, start - WINDOW) : start])
    begins = start - len(opening[0]) if opening else start
    if opening and opening["since"]:
        return Expression(begins, reading.end, Range(reading.meaning, None), "")
    if opening and opening["until"]:
        return Expression(begins, reading.end, Range(None, reading.meaning), "")
    if opening and (onward := _ONWARD.match(text, reading.end)):
        return Expression(begins, onward.end(), Range(reading.meaning, None), "")
    second = _second(text, reading, opening)
    if second:
        return Expression(begins, second.end, second.meaning, "")
    if isinstance(reading.meaning, Range):
        return Expression(begins, reading.end, reading.meaning, "")
    before = text[max(0, start - WINDOW) : start]
    return Expression(start, reading.end, reading.meaning, preposition(before))


def _second(text: str, first: Reading, opening: re.Match[str] | None) -> Reading | None:
    """The range that the first reading begins, if it does."""
    link = _TO.match(text, first.end)
    if link is None and opening and opening["from"].lower() == "between":
        link = _AND.match(text, first.end)
    if link is None or isinstance(first.meaning, Range | Part):
        return None
    second = _end_of_range(text, link.end(), first.meaning, told=bool(opening))
    return second and Reading(second.end, _range(first.meaning, second.meaning))


def _end_of_range(
    text: str, start: int, first: Meaning, *, told: bool
) -> Reading | None:
    family = family_at(text, start)
    second = simple(text, start, family, bare=told) if family else None
    if second:
        return second if type(second.meaning) is type(first) else None
    day = BARE_DAY.pattern.match(text, start)
    if not (day and told and isinstance(first, Calendar) and first.day):
        return None
    number = BARE_DAY.meaning(day)
    return Reading(day.end(), number) if number else None


def _range(first: Meaning, last: Meaning) -> Range:
    """Both ends; each lends the other the year or month that it leaves out."""
    if not (isinstance(first, Calendar) and isinstance(last, Calendar)):
        return Range(first, last)
    year = first.year or last.year
    if last.month is None and last.day:
        return Range(first, Calendar(year, first.month, last.day, years=first.years))
    return Range(
        Calendar(year, first.month, first.day, years=first.years or last.years),
        Calendar(last.year or year, last.month, last.day, years=last.years),
    )
