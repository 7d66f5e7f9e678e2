"""The article's own date, as its metadata, its text or its address tell it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from extract.dates.addresses import day_of_address, year_of_address
from extract.dates.context import published_day
from extract.dates.date_lines import own_dates, yearless
from extract.dates.known import Known
from extract.dates.meanings import Calendar, Meaning
from extract.dates.resolution import resolve

METADATA = ("published", "date", "date_published", "datePublished", "pubdate")
"""Names under which metadata keeps the date of publication, best first."""


def article_date(text: str, metadata: Mapping[str, object] | None = None) -> str | None:
    """The day of publication as `YYYY-MM-DD`; None where nothing tells its year.

    Metadata first, then a line near the top (or the very end) that holds little
    but a date, then the dateline of an agency. A date labelled as an update is
    taken only where no other is there. Then `url` of the metadata; it, or `modified`,
    also tells the year that a date line leaves out.

    >>> article_date("Talks resume\\n\\nTue 14th Jan, 2025\\n\\nThe talks resumed.")
    '2025-01-14'
    >>> article_date("MOSCOW, March 17 (Reuters) - Talks resumed.") is None
    True
    """
    known = metadata or {}
    declared = (published_day(str(known.get(name) or "")) for name in METADATA)
    stated = (_full_day(each.day) for each in own_dates(text))
    day = (
        next(filter(None, declared), None)
        or next(filter(None, stated), None)
        or day_of_address(str(known.get("url") or ""))
        or _completed(yearless(text), known)
    )
    return day.isoformat() if day else None


def _full_day(meaning: Meaning) -> date | None:
    """The day, where year, month and day are all told and in an order that is plain."""
    period = resolve(meaning, Known()).period
    exact = period and period.earliest == period.latest
    return period.earliest if period and exact else None


def _completed(own: Calendar | None, metadata: Mapping[str, object]) -> date | None:
    """The day without a year, in the year that its address or a later change tells."""
    if own is None:
        return None
    year = year_of_address(str(metadata.get("url") or ""))
    if year:
        return _full_day(replace(own, year=year))
    modified = published_day(str(metadata.get("modified") or ""))
    before = replace(own, weekday=None)
    period = modified and resolve(before, Known(published=modified)).period
    return period.earliest if period else None
