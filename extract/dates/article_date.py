"""The article's own date, where its text tells it: a date line or a dateline."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from extract.dates.context import published_day
from extract.dates.expressions import Expression, expressions
from extract.dates.known import Known
from extract.dates.meanings import Calendar, Numeric
from extract.dates.resolution import resolve
from ontology.claim import Span

METADATA = ("published", "date", "date_published", "datePublished", "pubdate")
"""Names under which metadata keeps the date of publication, best first."""

TOP, BOTTOM = 12, 3
"""How many filled lines at the top and at the bottom can be a date line."""

LINE_LENGTH = 120
"""The longest line, in characters, that can be nothing but date and byline."""

OPENING = 90
"""How far into a line a dateline's date can stand."""

_LABEL = re.compile(
    r"(?i:\b(?P<published>(?:first\s+)?published|posted|publication\s+date|date"
    r"|released?)|(?P<updated>(?:last\s+)?(?:updated|modified))|by)\b"
)
_BESIDE_DATE = re.compile(
    r"(?i:first|last|published|posted|publication|updated|modified|released?|date|at|on"
    r"|by|time|[ap]\.?m\.?|gmt|utc|bst|cet|e[sd]?t|p[sd]?t|ist|noon|\d{1,2}[:.]\d{2}"
    r"(?::\d\d)?h?|T?\d\d:\d\d(?::\d\d)?(?:\.\d+)?Z?|[+-]\d\d:?\d\d"
    r"|min(?:ute)?s?|read|hrs|\d{1,2})"
)
_WORD = re.compile(r"[^\s,|•·():;–—/-]+(?:[:.]\d\d)*")
_BYLINE = re.compile(r"(?i:^\s*(?:by|from)\s)")
_NAME = re.compile(r"^[A-Z][\w.’'-]*$")
_DATELINE = re.compile(
    r"^[\s(]*(?P<place>[A-Z][A-Z.’' -]{2,}(?:[,/][ A-Za-z.’'-]{2,30}){0,2}"
    r"|[A-Z][\w.’' -]{2,30}(?:,[ A-Za-z.’'-]{2,30})?)[,:]?\s*(?:\(|[—–-]\s*)?$"
)
_DATELINE_END = re.compile(
    r"^[\s,]*(?:\d{4})?\)?[\s.,]*(?:\([A-Z][\w /.&’'-]{1,40}\)|/[A-Z][\w ./-]{1,30}/"
    r"|[A-Z]{2,10})?\s*\.?\s*(?:--?|–|—|:)(?=\s|[A-Z“\"])"
)


def article_date(text: str, metadata: Mapping[str, object] | None = None) -> str | None:
    """The day of publication as `YYYY-MM-DD`; None where neither tells it with a year.

    Metadata first, then a line near the top (or the very end) that holds little
    but a date, then the dateline of an agency. A date labelled as an update is
    taken only where no other is there.

    >>> article_date("Talks resume\\n\\nTue 14th Jan, 2025\\n\\nThe talks resumed.")
    '2025-01-14'
    >>> article_date("MOSCOW, March 17 (Reuters) - Talks resumed.") is None
    True
    """
    for name in METADATA:
        told = published_day(str((metadata or {}).get(name) or ""))
        if told:
            return told.isoformat()
    lines = list(_lines(text))
    edges = [*lines[:TOP], *lines[max(TOP, len(lines) - BOTTOM) :]]
    found = [each for start, line in edges for each in _date_line(line)]
    first = [when for updated, when in found if not updated] or _from_datelines(text)
    told = next(iter(first or [when for _, when in found]), None)
    return told.isoformat() if told else None


def datelines(text: str) -> Iterator[Span]:
    """Where the date of a dateline stands: "MOSCOW, March 17 (Reuters) -"."""
    for start, line in _lines(text):
        for expression in expressions(line[:OPENING]):
            if _in_dateline(line, expression):
                yield start + expression.start, start + expression.end


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The filled lines, each with its offset."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def _date_line(line: str) -> Iterator[tuple[bool, date]]:
    """Whether it is of an update, and the day, where a line holds no more than that."""
    if len(line) > LINE_LENGTH or not any(char.isdigit() for char in line):
        return
    found = list(expressions(line))
    if not found or not _is_date_line(line, found):
        return
    for expression in found:
        when = _full_day(expression)
        labels = list(_LABEL.finditer(line, 0, expression.start))
        if when:
            yield bool(labels and labels[-1]["updated"]), when


def _is_date_line(line: str, found: list[Expression]) -> bool:
    rest = line
    for expression in reversed(found):
        rest = rest[: expression.start] + " " + rest[expression.end :]
    words = [word[0] for word in _WORD.finditer(rest) if any(map(str.isalnum, word[0]))]
    others = [word for word in words if not _BESIDE_DATE.fullmatch(word)]
    if not others:
        return True
    named = _BYLINE.match(line) or _LABEL.search(line) or re.search(r"[|•·]", line)
    return bool(named) and len(others) <= 8 and all(map(_NAME.match, others))


def _full_day(expression: Expression) -> date | None:
    """The day, where year, month and day are all told and in an order that is plain."""
    if not isinstance(expression.meaning, Calendar | Numeric):
        return None
    if isinstance(expression.meaning, Calendar) and not expression.meaning.year:
        return None
    period = resolve(expression.meaning, Known()).period
    exact = period and period.earliest == period.latest
    return period.earliest if period and exact else None


def _from_datelines(text: str) -> list[date]:
    found = []
    for _, line in list(_lines(text))[:TOP]:
        for expression in expressions(line[:OPENING]):
            when = _full_day(expression)
            if when and _in_dateline(line, expression):
                found.append(when)
    return found


def _in_dateline(line: str, expression: Expression) -> bool:
    before = _DATELINE.match(line[: expression.start])
    return bool(before and _DATELINE_END.match(line[expression.end :]))
