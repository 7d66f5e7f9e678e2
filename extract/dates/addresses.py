"""Dates in the addresses of articles: `/2025/03/14/talks`, `/2025/mar/14/talks`."""

import re
from datetime import date

from extract.dates.known import day_of
from extract.dates.vocabulary import MONTHS, month_number

_SHORT = "|".join(month[:3] for month in MONTHS)
_DAY = re.compile(
    rf"[/_-](?P<year>(?:19|20)\d\d)[/_-](?P<month>0?[1-9]|1[0-2]|{_SHORT})[/_-]"
    r"(?P<day>0?[1-9]|[12]\d|3[01])(?!\d)"
)
_YEAR = re.compile(r"/(?P<year>(?:19|20)\d\d)[/-]")


def day_of_address(url: str) -> date | None:
    """The day that an address names, if it names one.

    >>> day_of_address("https://news.example/world/2025/mar/14/talks-resume")
    datetime.date(2025, 3, 14)
    """
    found = _DAY.search(url)
    if found is None:
        return None
    month = found["month"]
    number = int(month) if month.isdigit() else month_number(month)
    return day_of(int(found["year"]), number, int(found["day"]))


def year_of_address(url: str) -> int | None:
    """The year that an address names, if it names one.

    >>> year_of_address("https://news.example/2025/talks-resume")
    2025
    """
    found = _YEAR.search(url)
    return int(found["year"]) if found else None
