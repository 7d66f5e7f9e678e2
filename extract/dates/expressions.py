"""Date expressions in a text: where they stand and what they mean.

Found by the readers of `calendar_forms` and `relative_forms` where a number, a
name or a word begins that can start a date; the longest reading wins. Around
them stand the words that make parts and ranges: "early", "since", "from ... to".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from extract.dates.calendar_forms import (
    AT_MONTH,
    AT_NUMBER,
    AT_WEEKDAY,
    BARE,
    BARE_DAY,
    BARE_MONTH,
    Reader,
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
from extract.dates.relative_forms import AT_COUNT, AT_WORD, FIRST_WORDS
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


class _Reading(NamedTuple):
    """Where an expression ends, and what it means."""

    end: int
    meaning: Meaning


_START = re.compile(
    r"(?P<number>(?<![\w.,$€£#/-])\d)"
    r"|(?P<month>\b(?=[A-Z])(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
    r"|(?P<weekday>\b(?=[A-Z])(?i:mon|tue|wed|thu|fri|sat|sun))"
    r"|(?P<part>\b(?i:(?:the\s+(?:very\s+)?)?(?P<name>start|beginning|outset|middle|end"
    r"|close)\s+of\s+(?P<article>the\s+)?|(?P<early>early|mid|late)(?:\s+|-)"
    r"(?P<in>in\s+(?P<inside>the\s+)?)?))"
    rf"|(?P<word>\b(?i:{FIRST_WORDS}))"
)
_WORD = re.compile(r"\w+")
_NAMES = frozenset(name[:3] for name in (*MONTHS, *WEEKDAYS))
_WORDS = frozenset(re.findall(r"[a-z]+", FIRST_WORDS.lower())) | frozenset(
    {*PARTS, *(f"q{number}" for number in range(1, 5))}
)
_READERS: dict[str, tuple[Reader, ...]] = {
    "number": (*AT_NUMBER, AT_COUNT),
    "month": AT_MONTH,
    "weekday": AT_WEEKDAY,
    "word": AT_WORD,
}
_BEFORE = re.compile(
    r"(?i:\b(?:(?P<preposition>in|on|by|of|during|before|after|for|around|about|at|ahead"
    r"\s+of|since|until|till|from|between|through|throughout|as\s+of|over|following"
    r"|up\s+to|to|and|early|mid|late"
    r"|(?:early|late|recently|far\s+back|long\s+ago)\s+as))\s+(?:(?:early|late)\s+)?|(?P<mid>mid-|[(]))$"
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

_OPENING = re.compile(
    r"(?i:\b(?P<from>from|between)|(?:\bever\s+)?\b(?P<since>since)"
    r"|\b(?P<until>until|till|up\s+to))\s+$"
)
_TO = re.compile(r"\s?[-–—]\s?|\s+(?i:to|through|until|till|thru)\s+")
_AND = re.compile(r"\s+(?i:and)\s+")
_ONWARD = re.compile(r"\s+(?i:onwards?|on(?=\s*[.,;])|forward)\b")
_WINDOW = 16
"""How many characters before an expression can hold the words that introduce it."""

_UNIT_ALONE = re.compile(r"(?i:(?P<unit>week|month|quarter|year|decade))\b")
_ADJECTIVE = re.compile(r"(?<!\w)(?i:the|a|an)\s$")
_NOUN_AFTER = re.compile(r"\s[a-z]")
_PLURAL_AFTER = re.compile(
    r"\s(?!onwards\b|is\b|was\b|has\b|as\b|its\b|this\b)(?:[a-z]+s|people|men|women|children)\b"
)
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
        if word.start() < position or not _can_start(word[0]):
            continue
        match = _START.match(text, word.start())
        reading = match and _reading(text, match)
        if reading:
            found = _expression(text, word.start(), reading)
            yield found
            position = found.end


def _can_start(word: str) -> bool:
    """Whether it is worth trying the readers at this word: nearly never."""
    if word[0].isupper() and word[:3].lower() in _NAMES:
        return True
    return word[0].isdigit() or word.lower() in _WORDS


def _reading(text: str, match: re.Match[str]) -> _Reading | None:
    if match["part"]:
        return _part(text, match)
    found = _simple(text, match.start(), str(match.lastgroup))
    if found is None or _is_name(text, match.start(), found):
        return None
    return found


def _simple(
    text: str, start: int, family: str, *, bare: bool = False
) -> _Reading | None:
    """The longest reading that begins here, without parts and ranges.

    `bare` lets a month or year stand alone, as within a range.
    """
    readings = [
        _Reading(match.end(), meaning)
        for reader in _READERS[family]
        if (match := reader.pattern.match(text, start))
        and (meaning := reader.meaning(match))
    ]
    if readings:
        return max(readings, key=lambda reading: reading.end)
    return _bare(text, start, introduced=bare)


def _bare(text: str, start: int, *, introduced: bool) -> _Reading | None:
    """A month or year alone, where the words around it make it one."""
    month = BARE_MONTH.pattern.match(text, start)
    match = month or BARE.pattern.match(text, start)
    if match is None or not (introduced or _is_bare(text, start, match)):
        return None
    meaning = (BARE_MONTH if month else BARE).meaning(match)
    return _Reading(match.end(), meaning) if meaning else None


def _is_bare(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[max(0, start - _WINDOW) : start]
    if _preposition(before) in _INTRODUCES:
        return not (match[0].isdigit() and _PLURAL_AFTER.match(text, match.end()))
    adjective = _ADJECTIVE.search(before) and _NOUN_AFTER.match(text, match.end())
    return bool(adjective) and match[0].isdigit() and _recent(match[0], text, match)


def _recent(year: str, text: str, match: re.Match[str]) -> bool:
    """Whether "the 2016 election" is meant, and not "the 1800 soldiers"."""
    return year >= "1900" and not _PLURAL_AFTER.match(text, match.end())


def _preposition(before: str) -> str:
    match = _BEFORE.search(before)
    if match is None:
        return ""
    word: str = match["preposition"] or match["mid"]
    return " ".join(word.lower().split())


def _part(text: str, match: re.Match[str]) -> _Reading | None:
    """A part of a period: "early March", "the end of 2024", "late last year"."""
    name = cast(PartName, PARTS[(match["name"] or match["early"]).lower()])
    start = match.end()
    inner = _after_part(text, start)
    unit = _UNIT_ALONE.match(text, start)
    if inner is None and unit and (match["article"] or match["inside"]):
        inner = _Reading(unit.end(), Unit(unit["unit"].lower(), 0))
    if inner is None or isinstance(inner.meaning, Range | Shift | Vague):
        return None
    if isinstance(inner.meaning, Weekday):
        return inner if match["early"] else None
    if isinstance(inner.meaning, Calendar) and inner.meaning.day:
        return None
    return _Reading(inner.end, Part(name, inner.meaning))


def _after_part(text: str, start: int) -> _Reading | None:
    family = _family(text, start)
    return _simple(text, start, family, bare=True) if family else None


def _family(text: str, start: int) -> str | None:
    """The forms that can begin here inside a longer expression."""
    if text[start : start + 1].isdigit():
        return "number"
    match = _START.match(text, start)
    return match.lastgroup if match and match.lastgroup in _READERS else None


def _is_name(text: str, start: int, found: _Reading) -> bool:
    """Whether the words are a name: Good Friday, the Sunday Times, USA Today."""
    before = text[max(0, start - _WINDOW) : start]
    if isinstance(found.meaning, Weekday):
        named = _OTHER_NAMES.search(before)
        if named and not (named[0] == "on " and not before.endswith("Mail on ")):
            return True
        return bool(_AFTER_NAMES.match(text, found.end))
    today = text[start : found.end] in ("Today", "TODAY")
    return today and bool(_AFTER_CAPITAL.search(before))


def _expression(text: str, start: int, reading: _Reading) -> Expression:
    """The reading with the words of a range around it."""
    opening = _OPENING.search(text[max(0, start - _WINDOW) : start])
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
    before = text[max(0, start - _WINDOW) : start]
    return Expression(start, reading.end, reading.meaning, _preposition(before))


def _second(
    text: str, first: _Reading, opening: re.Match[str] | None
) -> _Reading | None:
    """The range that the first reading begins, if it does."""
    link = _TO.match(text, first.end)
    if link is None and opening and opening["from"].lower() == "between":
        link = _AND.match(text, first.end)
    if link is None or isinstance(first.meaning, Range | Part):
        return None
    second = _end_of_range(text, link.end(), first.meaning, told=bool(opening))
    return second and _Reading(second.end, _range(first.meaning, second.meaning))


def _end_of_range(
    text: str, start: int, first: Meaning, *, told: bool
) -> _Reading | None:
    family = _family(text, start)
    second = _simple(text, start, family, bare=told) if family else None
    if second:
        return second if type(second.meaning) is type(first) else None
    day = BARE_DAY.pattern.match(text, start)
    if not (day and told and isinstance(first, Calendar) and first.day):
        return None
    number = BARE_DAY.meaning(day)
    return _Reading(day.end(), number) if number else None


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
