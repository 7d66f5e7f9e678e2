"""The year of a day that an article gives as its own without one: "Sept 18".

Its address tells it, or the day of a later change; else the day of the week: an
agency's first paragraph names the day of its dateline ("GENEVA, Sept 18 - Nurses
on Thursday ..."), and a day of a month falls on the same weekday again after five
years at the soonest. Never the clock.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from extract.dates.addresses import year_of_address
from extract.dates.context import is_ahead, published_day
from extract.dates.expressions import Expression, expressions
from extract.dates.known import Known, day_of
from extract.dates.meanings import Calendar, Range, Weekday
from extract.dates.resolution import resolve

YEARS = 5
"""How many years, from the last one that the text looks back on, can be its own."""

_AHEAD = r"(?:to|will|would|shall|could|may|should|by|until|expected|planned|due)"
_PAST = (
    r"(?:was|were|had|did|became|began|brought|built|came|chose|drew|fell|fought|found"
    r"|gave|grew|held|kept|led|left|lost|made|met|paid|ran|rose|saw|sent|sold|spent"
    r"|stood|struck|took|went|withdrew|won|wrote|(?!expected|planned)[a-z]+ed)"
)
_PAST_BEFORE = re.compile(rf"\b{_PAST}\b(?:(?!\b{_AHEAD}\b)[^.!?;\n])*$")
_PAST_AFTER = re.compile(rf"(?:(?!\b{_AHEAD}\b)[^.!?;\n])*?\b{_PAST}\b")
_WINDOW = 60
"""Characters around a year in which a verb can tell that it is past."""


def unstated_year(
    own: Calendar, text: str, metadata: Mapping[str, object]
) -> int | None:
    """The year of the day, where something tells it."""
    told = year_of_address(str(metadata.get("url") or ""))
    if told:
        return told
    modified = published_day(str(metadata.get("modified") or ""))
    if modified:
        period = resolve(replace(own, weekday=None), Known(published=modified)).period
        return period.earliest.year if period and period.earliest else None
    return _of_weekday(own, text)


def lead_weekday(lead: str) -> int | None:
    """The day of the week on which a first paragraph has its news happen."""
    days = {
        each.meaning.number
        for each in expressions(lead)
        if each.meaning == Weekday(getattr(each.meaning, "number", 0))
        and each.preposition in ("", "on", "late", "early")
        and not is_ahead(lead, each)
    }
    return days.pop() if len(days) == 1 else None


def _of_weekday(own: Calendar, text: str) -> int | None:
    """The one year in which the day falls on its weekday, soon after the last year
    that the text looks back on."""
    past = [year for each in expressions(text) if (year := _past_year(text, each))]
    if own.weekday is None or not past:
        return None
    years = range(max(past), max(past) + YEARS)
    return next((year for year in years if _falls(own, year)), None)


def _falls(own: Calendar, year: int) -> bool:
    when = day_of(year, own.month or 1, own.day or 1)
    return when is not None and when.weekday() == own.weekday


def _past_year(text: str, expression: Expression) -> int | None:
    """The year of an expression that the text looks back on: "signed in 2021"."""
    meaning = expression.meaning
    if isinstance(meaning, Range):
        since = meaning.start if meaning.end is None else None
        return since.year if isinstance(since, Calendar) else None
    if not isinstance(meaning, Calendar) or expression.preposition not in ("in", "on"):
        return None
    return meaning.year if _is_past(text, expression) else None


def _is_past(text: str, expression: Expression) -> bool:
    start, end = expression.start, expression.end
    before = text[max(0, start - _WINDOW) : start]
    after = text[end : end + _WINDOW]
    return bool(_PAST_BEFORE.search(before) or _PAST_AFTER.match(after))
