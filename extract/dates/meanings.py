"""What a date expression means, before anyone knows when it was written.

Each meaning is one small frozen record; `extract.dates.resolution` turns it into
a period.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Which: TypeAlias = Literal["", "last", "this", "next"]
"""The word before a name: "last Thursday", "this August", "next week"."""

PartName: TypeAlias = Literal["early", "mid", "late"]
"""A third of a period."""


@dataclass(frozen=True)
class Calendar:
    """A date of the calendar, as far as it is told.

    At least a year or a month; a day only with a month. `weekday` (Monday 0) is
    a check on the year where none is told. `which` places a bare month.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: Which = ""
    years: int | None = None
    """Years from the article's own: "March 3 last year" has -1."""


@dataclass(frozen=True)
class DayOfMonth:
    """A day of a month that is not named: "on the 3rd", "Monday the 10th".

    `months` away from the article's, where that is told: "the 3rd of last month".
    """

    day: int
    weekday: int | None = None
    months: int | None = None


@dataclass(frozen=True)
class Numeric:
    """Day and month by number in an order nobody told: 11/03/2025."""

    first: int
    second: int
    year: int


@dataclass(frozen=True)
class Weekday:
    """A day of the week, Monday 0. `weeks` as in "Thursday last week" (-1).

    `later`: so many weeks after the next one ("Friday week"), or before the last.
    `anaphoric`: counted from the date told before ("the following Monday").
    """

    number: int
    which: Which = ""
    weeks: int | None = None
    later: int = 0
    anaphoric: bool = False


@dataclass(frozen=True)
class Shift:
    """So many units away: "two weeks ago", "a day earlier", "the following day".

    `anaphoric`: counted from the date told before, not from the article's. The
    count runs from `count` to `most` where it is vague ("a few days ago"). `exact`:
    to the day ("a year ago today").
    """

    unit: str
    count: int
    anaphoric: bool = False
    most: int | None = None
    exact: bool = False


@dataclass(frozen=True)
class Unit:
    """The week, month, quarter or year that is so many away from the present one."""

    name: str
    away: int
    anaphoric: bool = False


@dataclass(frozen=True)
class Stretch:
    """The units just before (negative) or after: "in the past two weeks"."""

    unit: str
    count: int


@dataclass(frozen=True)
class Weekend:
    """A Saturday and Sunday."""

    which: Which = ""


@dataclass(frozen=True)
class Season:
    """A season of a told year, or placed by "last", "this", "next"."""

    name: str
    year: int | None = None
    which: Which = ""


@dataclass(frozen=True)
class Division:
    """A quarter or half of a year by its EDTF number; years away where untold."""

    code: int
    year: int | None = None
    years: int = 0


@dataclass(frozen=True)
class Decade:
    """Ten years from the first one on."""

    first: int


@dataclass(frozen=True)
class Overnight:
    """The night to the article's day."""


@dataclass(frozen=True)
class Vague:
    """A time that the words do not tell: "years ago"."""


@dataclass(frozen=True)
class Part:
    """The early, mid or late third of something."""

    name: PartName
    whole: "Meaning"


@dataclass(frozen=True)
class Range:
    """From one time to another; None where it is open."""

    start: "Meaning | None"
    end: "Meaning | None"


Meaning: TypeAlias = (
    Calendar
    | DayOfMonth
    | Numeric
    | Weekday
    | Shift
    | Unit
    | Stretch
    | Weekend
    | Season
    | Division
    | Decade
    | Overnight
    | Vague
    | Part
    | Range
)
"""All that an expression can mean."""
