"""The year that a day or month leaves out: "on March 11"."""

from datetime import date, timedelta

from extract.dates.known import DAY, Known, day_of
from extract.dates.meanings import Calendar

EASTWARD = DAY
"""A day told can be one past the article's: it is already tomorrow further east."""

FAR = timedelta(days=300)
"""From when on a day past is told with its year: in October, "Nov. 8" is the next."""

SOON = timedelta(days=65)
"""So near is the next one then, unless it is a 29 February."""

LEAP_YEARS = 8
"""The longest wait for a 29 February, in years."""


def year_left_out(meaning: Calendar, near: date, known: Known) -> int | None:
    """The year left out: the last one that has come, the next where it is to come;
    None of a day that no calendar has, such as 31 February.

    Near a date told in the text it is the nearest one, for a story goes on.
    """
    years = range(near.year - LEAP_YEARS, near.year + LEAP_YEARS + 1)
    starts = {year: first_day(year, meaning) for year in years}
    days = {year: when for year, when in starts.items() if when}
    if not days:
        return None
    fitting = {
        year: when for year, when in days.items() if when.weekday() == meaning.weekday
    }
    if fitting:
        return min(fitting, key=lambda year: abs(fitting[year] - near))
    if known.published is None:
        return min(days, key=lambda year: abs(days[year] - near))
    coming = min((y for y, when in days.items() if _ends(when, meaning) >= near))
    come = max((y for y, when in days.items() if when <= near + EASTWARD))
    far = meaning.day is not None and near - days[come] > FAR
    soon = days[coming] - near < SOON
    return coming if known.forward or (far and soon) else come


def first_day(year: int, meaning: Calendar) -> date | None:
    """The day in that year, or the first of the month; None where there is none."""
    return day_of(year, meaning.month or 1, meaning.day or 1)


def _ends(when: date, meaning: Calendar) -> date:
    return when if meaning.day else when + 27 * DAY
