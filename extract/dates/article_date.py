"""The article's own date, as its metadata, its text or its address tell it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from extract.dates.addresses import day_of_address
from extract.dates.context import published_day
from extract.dates.date_lines import OwnDate, Rank, own_dates
from extract.dates.known import Known, day_of
from extract.dates.meanings import Calendar, Meaning
from extract.dates.resolution import resolve
from extract.dates.unstated_year import lead_weekday, unstated_year

METADATA = ("published", "date", "date_published", "datePublished", "pubdate")
"""Names under which metadata keeps the date of publication, best first."""


def article_date(text: str, metadata: Mapping[str, object] | None = None) -> str | None:
    """The day of publication as `YYYY-MM-DD`; None where nothing tells its year.

    Metadata first, then a line near the top (or the very end) that holds little
    but a date, then the dateline of an agency. A date labelled as an update is
    taken only where no other is there. Then `url` of the metadata; and the year that
    a date line leaves out (`unstated_year`).

    >>> article_date("Talks resume\\n\\nTue 14th Jan, 2025\\n\\nThe talks resumed.")
    '2025-01-14'
    >>> article_date("MOSCOW, March 17 (Reuters) - Talks resumed.") is None
    True
    """
    known = metadata or {}
    declared = (published_day(str(known.get(name) or "")) for name in METADATA)
    found = own_dates(text)
    stated = (_full_day(each.day) for each in found)
    day = (
        next(filter(None, declared), None)
        or next(filter(None, stated), None)
        or day_of_address(str(known.get("url") or ""))
        or _inferred(found, text, known)
    )
    return day.isoformat() if day else None


def yearless_day(text: str) -> Calendar | None:
    """The day that a text gives as its own without a year, if it gives just one."""
    own = _yearless(own_dates(text))
    return own[0] if own else None


def _full_day(meaning: Meaning) -> date | None:
    """The day, where year, month and day are all told and in an order that is plain."""
    period = resolve(meaning, Known()).period
    exact = period and period.earliest == period.latest
    return period.earliest if period and exact else None


def _yearless(found: list[OwnDate]) -> tuple[Calendar, OwnDate] | None:
    """The one day without a year; several are a list of days, and none its own."""
    told = [
        (each.day, each)
        for each in found
        if isinstance(each.day, Calendar) and each.day.year is None
    ]
    alone = len({(day.month, day.day) for day, _ in told}) == 1
    return told[0] if alone else None


def _inferred(
    found: list[OwnDate], text: str, metadata: Mapping[str, object]
) -> date | None:
    """The day without a year, in the year that something else tells."""
    yearless = _yearless(found)
    if yearless is None:
        return None
    day, own = yearless
    if day.weekday is None and own.rank is Rank.DATELINE:
        day = replace(day, weekday=lead_weekday(own.rest))
    year = unstated_year(day, text, metadata)
    return day_of(year, day.month or 1, day.day or 1) if year else None
