"""One date in a text, without ranges: what is read where a date can begin.

By the readers of the forms, where a number, a name or a word begins that can start a
date; the longest reading wins. Months and years alone are read where the words before
them say so; words such as "early" and "the end of" make parts.
"""

import re
from typing import NamedTuple, cast

from extract.dates import relative_forms, weekday_forms, year_forms
from extract.dates.calendar_forms import (
    AT_MONTH,
    AT_NUMBER,
    AT_WEEKDAY,
    BARE,
    BARE_MONTH,
)
from extract.dates.meanings import (
    Calendar,
    Meaning,
    Part,
    PartName,
    Range,
    Shift,
    Unit,
    Vague,
    Weekday,
)
from extract.dates.readers import Reader
from extract.dates.relative_forms import AT_COUNT, FIRST_WORDS
from extract.dates.vocabulary import PARTS


class Reading(NamedTuple):
    """Where an expression ends, and what it means."""

    end: int
    meaning: Meaning


START = re.compile(
    r"(?P<number>(?<![\w.,$€£#/-])\d)"
    r"|(?P<month>\b(?=[A-Z])(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?P<weekday>\b(?=[A-Z])(?i:mon|tue|wed|thu|fri|sat|sun))"
    r"|(?P<part>\b(?i:(?:the\s+(?:very\s+)?)?(?P<name>start|beginning|outset|middle|end"
    r"|close)\s+of\s+(?P<article>the\s+)?|(?P<early>early|mid|late)(?:\s+|-)"
    r"(?P<in>in\s+(?P<inside>the\s+)?)?))"
    rf"|(?P<word>\b(?i:{FIRST_WORDS}))"
)

_READERS: dict[str, tuple[Reader, ...]] = {
    "number": (*AT_NUMBER, AT_COUNT),
    "month": AT_MONTH,
    "weekday": AT_WEEKDAY,
    "word": (*relative_forms.AT_WORD, *weekday_forms.AT_WORD, *year_forms.AT_WORD),
}

_BEFORE = re.compile(
    r"(?i:\b(?:(?P<preposition>in|on|by|of|during|before|after|for|around|about|at|ahead"
    r"\s+of|since|until|till|from|between|through|throughout|as\s+of|over|following"
    r"|up\s+to|to|and|early|mid|late"
    r"|(?:early|late|recently|far\s+back|long\s+ago)\s+as))\s+(?:(?:early|late)\s+)?"
    r"|(?P<mid>mid-|[(]))$"
)

_INTRODUCES = frozenset(
    {
        "in", "by", "of", "during", "before", "after", "for", "around", "about",
        "since", "until", "till", "from", "between", "through", "throughout", "over",
        "following", "early", "mid", "late", "up to", "ahead of", "as of", "mid-", "(",
        "early as", "late as", "recently as", "far back as", "long ago as",
    }
)  # fmt: skip
"""After these a bare month or year is one; "on", "at", "to", "and" do not do."""

WINDOW = 16
"""How many characters before an expression can hold the words that introduce it."""

_UNIT_ALONE = re.compile(r"(?i:(?P<unit>week|month|quarter|year|decade))\b")

_ADJECTIVE = re.compile(r"(?<!\w)(?i:the|a|an)\s$")

_NOUN_AFTER = re.compile(r"\s[a-z]")

_PLURAL_AFTER = re.compile(
    r"\s(?!onwards\b|is\b|was\b|has\b|as\b|its\b|this\b)(?:[a-z]+s|people|men|women|children)\b"
)


def simple(text: str, start: int, family: str, *, bare: bool = False) -> Reading | None:
    """The longest reading that begins here, without parts and ranges.

    `bare` lets a month or year stand alone, as within a range.
    """
    readings = [
        Reading(match.end(), meaning)
        for reader in _READERS[family]
        if (match := reader.pattern.match(text, start))
        and (meaning := reader.meaning(match))
    ]
    if readings:
        return max(readings, key=lambda reading: reading.end)
    return _bare(text, start, introduced=bare)


def _bare(text: str, start: int, *, introduced: bool) -> Reading | None:
    """A month or year alone, where the words around it make it one."""
    month = BARE_MONTH.pattern.match(text, start)
    match = month or BARE.pattern.match(text, start)
    if match is None or not (introduced or _is_bare(text, start, match)):
        return None
    meaning = (BARE_MONTH if month else BARE).meaning(match)
    return Reading(match.end(), meaning) if meaning else None


def _is_bare(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(0, start - WINDOW) : start]
    if preposition(before) in _INTRODUCES:
        return not (match[0].isdigit() and _PLURAL_AFTER.match(text, match.end()))
    adjective = _ADJECTIVE.search(before) and _NOUN_AFTER.match(text, match.end())
    return bool(adjective) and match[0].isdigit() and _recent(match[0], text, match)


def _recent(year: str, text: str, match: re.Match[str]) -> bool:
    """Whether "the 2016 election" is meant, and not "the 1800 soldiers"."""
    return year >= "1900" and not _PLURAL_AFTER.match(text, match.end())


def preposition(before: str) -> str:
    """The word or words before a date that introduce it, in lower case; else ""."""
    match = _BEFORE.search(before)
    if match is None:
        return ""
    word: str = match["preposition"] or match["mid"]
    return " ".join(word.lower().split())


def part(text: str, match: re.Match[str]) -> Reading | None:
    """A part of a period: "early March", "the end of 2024", "late last year"."""
    name = cast(PartName, PARTS[(match["name"] or match["early"]).lower()])
    start = match.end()
    inner = _after_part(text, start)
    unit = _UNIT_ALONE.match(text, start)
    if inner is None and unit and (match["article"] or match["inside"]):
        inner = Reading(unit.end(), Unit(unit["unit"].lower(), 0))
    if inner is None or isinstance(inner.meaning, Range | Shift | Vague):
        return None
    if isinstance(inner.meaning, Weekday):
        return inner if match["early"] else None
    if isinstance(inner.meaning, Calendar) and inner.meaning.day:
        return None
    return Reading(inner.end, Part(name, inner.meaning))


def _after_part(text: str, start: int) -> Reading | None:
    family = family_at(text, start)
    return simple(text, start, family, bare=True) if family else None


def family_at(text: str, start: int) -> str | None:
    """The forms that can begin here inside a longer expression."""
    if text[start : start + 1].isdigit():
        return "number"
    match = START.match(text, start)
    return match.lastgroup if match and match.lastgroup in _READERS else None
