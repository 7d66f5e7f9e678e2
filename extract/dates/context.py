"""The dates of a text in order, each counted from what the text told before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from extract.dates.expressions import Expression, expressions
from extract.dates.known import Known, Resolved
from extract.dates.meanings import Calendar
from extract.dates.periods import Period
from extract.dates.resolution import resolve
from ontology.claim import ClaimDate, Span

FIRST_YEAR, LAST_YEAR = 1000, 9000
"""Years of articles between which all counting stays inside the calendar."""

_FORWARD_BEFORE = frozenset({"by", "until", "ahead of", "for", "before"})
"""Prepositions that name a time to come, as news tells it."""

_FORWARD = re.compile(
    r"\b(?:will|would|shall|[’']ll|due|scheduled|set\s+to|plan(?:s|ned)?|expected"
    r"|upcoming|going\s+to|slated)\b[^.!?\n]{0,80}$"
)
_BY_NUMBER = re.compile(r"(\d(?<![\d/-].)\d?)[/-](\d{1,2})[/-]\d{4}\b")
"""It begins with a digit, not with the look-behind: only digits are tried."""

_MEMORY = 1500
"""Characters after which a date told is no longer what others are counted from."""

_AROUND = re.compile(r"\d{4}(?:-(?:0\d|1[0-2])(?:-\d\d)?)?")
"""A day, month or year."""

_HISTORY = re.compile(r"\b(?:[Tt]he|born|born on)\s$")
"""Before a date that the story does not go on from: "the Sept. 11, 2001, attacks"."""

_WINDOW = 120
"""Characters before an expression in which a word can tell that it is to come."""


@dataclass(frozen=True)
class TextDate:
    """A date expression of a text and what it comes to."""

    expression: Expression
    date: ClaimDate

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return self.expression.start, self.expression.end


def published_day(published: str | None) -> date | None:
    """The day of an article's date; None where there is none, or none to count by.

    >>> published_day("2025-01-14T08:00:00Z"), published_day("soon")
    (datetime.date(2025, 1, 14), None)
    """
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published or "")
    if match is None or not FIRST_YEAR <= int(match[1]) <= LAST_YEAR:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def text_dates(
    text: str, published: str | None, *, forward: bool | None = None
) -> list[TextDate]:
    """The dates of a text, in order, resolved as far as text and article tell.

    `forward`: whether to look for days to come where the words leave it open;
    None reads it off the words before each date.
    """
    return resolved_dates(text, list(expressions(text)), published, forward=forward)


def resolved_dates(
    text: str,
    found: Sequence[Expression],
    published: str | None,
    *,
    forward: bool | None,
) -> list[TextDate]:
    """The same of the text's expressions, where they are known already."""
    context = _Context(published_day(published), _day_first(text), forward)
    return [context.next(text, expression) for expression in found]


class _Context:
    """What the text has told so far."""

    def __init__(
        self, published: date | None, day_first: bool | None, forward: bool | None
    ) -> None:
        self._known = Known(published=published, day_first=day_first)
        self._forward = forward
        self._told_at = 0

    def next(self, text: str, expression: Expression) -> TextDate:
        """The next expression with its date, which joins the context."""
        if expression.start - self._told_at > _MEMORY:
            self._known = replace(self._known, told=None, around=None, year_near=None)
        ahead = self._forward
        ahead = is_ahead(text, expression) if ahead is None else ahead
        resolved = resolve(expression.meaning, replace(self._known, forward=ahead))
        self._remember(text, expression, resolved.period)
        return TextDate(expression, _claim_date(text, expression, resolved))

    def _remember(
        self, text: str, expression: Expression, period: Period | None
    ) -> None:
        if period is None or _is_history(text, expression):
            return
        if _AROUND.fullmatch(period.edtf):
            self._told_at = expression.end
            self._known = replace(self._known, around=period)
        yearless = period.edtf.startswith("XXXX-")
        if not yearless and (not period.earliest or period.earliest != period.latest):
            return
        self._told_at = expression.end
        self._known = replace(self._known, told=period)
        meaning = expression.meaning
        if isinstance(meaning, Calendar) and meaning.year and not self._known.published:
            self._known = replace(self._known, year_near=period.earliest)


def _is_history(text: str, expression: Expression) -> bool:
    """Whether a date names an event or a life, and is no point in the story."""
    before = text[max(0, expression.start - 12) : expression.start]
    return bool(_HISTORY.search(before))


def is_ahead(text: str, expression: Expression) -> bool:
    """Whether the words before a date say that it is to come."""
    if expression.preposition in _FORWARD_BEFORE:
        return True
    before = text[max(0, expression.start - _WINDOW) : expression.start]
    return bool(_FORWARD.search(before))


def _day_first(text: str) -> bool | None:
    """Whether the text's dates by number put the day first, where one shows it."""
    orders = {
        int(first) > 12
        for first, second in _BY_NUMBER.findall(text)
        if (int(first) > 12) != (int(second) > 12)
    }
    return orders.pop() if len(orders) == 1 else None


def _claim_date(text: str, expression: Expression, resolved: Resolved) -> ClaimDate:
    period = resolved.period
    return ClaimDate(
        text=text[expression.start : expression.end],
        edtf=period.edtf if period else None,
        earliest=_iso(period.earliest) if period else None,
        latest=_iso(period.latest) if period else None,
        basis=resolved.basis,
    )


def _iso(when: date | None) -> str | None:
    return when.isoformat() if when else None
