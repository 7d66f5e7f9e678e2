"""The likely year of a day that an article gives as its own without one: "Sept 18".

An agency's first words name the weekday of its dateline ("GENEVA, Sept 18 - Nurses
on Thursday ..."), and a day of a month falls on the same weekday again after five
years at the soonest: of the years soon after the last one that the text tells, only
one fits. That is a guess, and so no date of the article. Never the clock.
"""

from collections.abc import Iterator
from datetime import date

from extract.dates.context import is_ahead
from extract.dates.date_lines import Rank, Yearless
from extract.dates.expressions import Expression, expressions
from extract.dates.known import day_of
from extract.dates.meanings import Calendar, Range, Weekday

YEARS = 4
"""How many years, from the last one that the text tells, can be its own.

Where the weekday is right, so was the year in 13 of 15 of our own articles, and in 244
of 387 of PolNeAR's, which often look back on elections.
"""

LEAD = 100
"""Characters after a dateline in which a weekday is that of the dateline."""


def likely_day(own: Yearless, text: str) -> date | None:
    """The day with its likely year, where a weekday and a year told point to one."""
    weekday = own.day.weekday
    if weekday is None and own.rank is Rank.DATELINE:
        weekday = _lead_weekday(own.rest[:LEAD])
    told = [year for each in expressions(text) for year in _years(text, each)]
    if weekday is None or not told:
        return None
    years = range(max(told), max(told) + YEARS)
    days = (day_of(year, own.day.month or 1, own.day.day or 1) for year in years)
    return next((day for day in days if day and day.weekday() == weekday), None)


def _lead_weekday(lead: str) -> int | None:
    """The day of the week on which the first words have their news happen."""
    days = {
        each.meaning.number
        for each in expressions(lead)
        if isinstance(each.meaning, Weekday)
        and each.meaning == Weekday(each.meaning.number)
        and each.preposition in ("", "on", "late", "early")
        and not is_ahead(lead, each)
    }
    return days.pop() if len(days) == 1 else None


def _years(text: str, expression: Expression) -> Iterator[int]:
    """The years that an expression tells, but for those to come."""
    meaning = expression.meaning
    ends = (meaning.start, meaning.end) if isinstance(meaning, Range) else (meaning,)
    bound = isinstance(meaning, Range) and meaning.start is None
    if not bound and not is_ahead(text, expression):
        yield from (e.year for e in ends if isinstance(e, Calendar) and e.year)
