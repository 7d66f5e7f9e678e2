"""Where an article tells its own date: lines of dates, and datelines of agencies."""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from extract.dates.expressions import Expression, expressions
from extract.dates.meanings import Calendar, Numeric
from ontology.claim import Span

TOP, BOTTOM = 12, 3
"""How many filled lines at the top and at the bottom can be a date line."""

LINE_LENGTH = 120
"""The longest line, in characters, that can be nothing but date and byline."""

OPENING = 90
"""How far into a line a dateline's date can stand."""

_LABEL = re.compile(
    r"(?i:\b(?P<published>(?:first\s+)?published|posted|issued|publication\s+date|date"
    r"|released?)|(?P<updated>(?:last\s+)?(?:updated|modified))|by)\b"
)
_BESIDE_DATE = re.compile(
    r"(?i:first|last|published|posted|issued|publication|updated|modified|released?|date|at"
    r"|on|by|for|immediate|time|[ap]\.?m\.?|gmt|utc|bst|cet|e[sd]?t|p[sd]?t|ist|noon"
    r"|\d{1,2}[:.]\d{2}(?::\d\d)?h?|T?\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?|[+-]\d\d:?\d\d"
    r"|min(?:ute)?s?|read|hrs|\d{1,2})"
)
_DIGIT = re.compile(r"\d")
"""What a line with a day in it holds: few lines do, and expressions cost more."""

_CORRECTION = re.compile(r"(?i:\s*(?:correction|clarification|editor['’]s\s+note)\b)")
_WORD = re.compile(r"[^\s,|•·():;–—/-]+(?:[:.]\d\d)*")
_BYLINE = re.compile(r"(?i:^\s*(?:by|from)\s)")
_BESIDE_NAME = re.compile(r"[|•·]|\s/\s")
_NAME = re.compile(r"^[A-Z][\w.’'-]*$")
_WORDS = (
    r"[^\W\d_a-z][\w.’'-]*"
    r"(?:\s(?:(?:d[aeio]s?|del|der|el|la|le|of|am|upon)\s)?[^\W\d_a-z][\w.’'-]*){0,4}"
)
_PLACE = re.compile(
    rf"^[\s(]*(?P<place>{_WORDS}(?:[,/]\s?{_WORDS}){{0,2}})[,:]?\s*(?:\(|[—–-]\s*)?$"
)
_AGENCY = r"\([A-Z][\w /.&’'-]{1,40}\)|/[A-Z][\w ./-]{1,30}/"
_AFTER_PLACE = re.compile(
    rf"^[\s,]*(?:\d{{4}})?\)?[\s.,]*(?:"
    rf"(?:{_AGENCY}|[A-Z]{{2,10}})?\s*\.?\s*(?:--?|–|—|:)(?=\s|[A-Z“\"]|$)"
    rf"|(?:{_AGENCY})[.:]?\s+(?=[A-Z“\"]))"
)
_AGENCY_ALONE = re.compile(r"^\.?\s+\([A-Z][\w /.&’'-]{1,40}\)\s*(?:--?|–|—)\s")


class Rank(IntEnum):
    """How well a date stands for the article's own, best first."""

    PUBLISHED = 0
    DATELINE = 1
    UPDATED = 2


class OwnDate(NamedTuple):
    """A day that an article gives as its own."""

    rank: Rank
    day: Calendar | Numeric


class _Day(NamedTuple):
    """Where a day stands in its line, and what it means."""

    start: int
    end: int
    meaning: Calendar | Numeric


def own_dates(text: str) -> list[OwnDate]:
    """What the lines at the top and the very end give as the article's date, best
    first."""
    lines = [line for _, line in _lines(text)]
    corrected = any(map(_CORRECTION.match, lines[TOP:][-2 * BOTTOM :]))
    bottom = [] if corrected else lines[TOP:][-BOTTOM:]
    edges = [*lines[:TOP], *bottom]
    found = [each for line in edges for each in _date_line(line)]
    found += [
        OwnDate(Rank.DATELINE, day)
        for line in lines[:TOP]
        for _, _, day in _of_dateline(line)
    ]
    return sorted(found, key=lambda each: each.rank)


def yearless(text: str) -> Calendar | None:
    """The day that a text gives as its own without a year; several are a list of days,
    and none its own."""
    found = {
        (each.day.month, each.day.day): each.day
        for each in reversed(own_dates(text))
        if isinstance(each.day, Calendar) and each.day.year is None
    }
    return next(iter(found.values())) if len(found) == 1 else None


def datelines(text: str) -> Iterator[Span]:
    """Where the date of a dateline stands: "MOSCOW, March 17 (Reuters) -"."""
    for start, line in _lines(text):
        for first, last, _ in _of_dateline(line):
            yield start + first, start + last


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The filled lines, each with its offset."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def _date_line(line: str) -> Iterator[OwnDate]:
    """The days in a line that holds no more than dates, labels and names."""
    if len(line) > LINE_LENGTH or not _DIGIT.search(line):
        return
    found = list(expressions(line))
    if not found or not _is_date_line(line, found):
        return
    for start, _, day in _days(found):
        labels = list(_LABEL.finditer(line, 0, start))
        updated = bool(labels and labels[-1]["updated"])
        yield OwnDate(Rank.UPDATED if updated else Rank.PUBLISHED, day)


def _days(found: Iterable[Expression]) -> Iterator[_Day]:
    """Those that tell day and month."""
    for each in found:
        meaning = each.meaning
        if isinstance(meaning, Numeric) or (
            isinstance(meaning, Calendar) and meaning.month and meaning.day
        ):
            yield _Day(each.start, each.end, meaning)


def _is_date_line(line: str, found: list[Expression]) -> bool:
    rest = line
    for expression in reversed(found):
        rest = rest[: expression.start] + " " + rest[expression.end :]
    words = [word[0] for word in _WORD.finditer(rest) if any(map(str.isalnum, word[0]))]
    others = [word for word in words if not _BESIDE_DATE.fullmatch(word)]
    if not others:
        return True
    named = _BYLINE.match(line) or _LABEL.search(line) or _BESIDE_NAME.search(line)
    return bool(named) and len(others) <= 8 and all(map(_NAME.match, others))


def _of_dateline(line: str) -> Iterator[_Day]:
    """The days of the dateline with which a line opens, told by number."""
    opening = line[:OPENING]
    if not _DIGIT.search(opening):
        return
    free = (each for each in expressions(opening) if each.preposition in ("", "("))
    for each in _days(free):
        if _in_dateline(line[: each.start], line[each.end :]):
            yield each


def _in_dateline(before: str, after: str) -> bool:
    if not before.strip():
        return bool(_AGENCY_ALONE.match(after))
    ends = not after.strip() and before.rstrip().endswith(",")
    return bool(_PLACE.match(before) and (ends or _AFTER_PLACE.match(after)))
