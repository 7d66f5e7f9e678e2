"""Claims over time, in buckets of a day to a year.

A claim counts in the bucket that holds both its dates. One whose dates span
several buckets, or are open at one end, is counted in a band of its own: to put
"in 2022" into January would be a guess.
"""

import calendar
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import lru_cache

from graph.dates import calendar_day, iso
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import POLARITIES, STANCES
from graph.search.filters import ClaimFilter
from graph.search.plan import plan


class Width(StrEnum):
    """How long a bucket is; weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Split(StrEnum):
    """What each count is divided by."""

    NONE = "none"
    STANCE = "stance"
    POLARITY = "polarity"


Counts = Mapping[str, int]
"""Claims by stance or polarity; under the empty string where nothing splits."""


@dataclass(frozen=True)
class Bucket:
    """Claims between two days, both inclusive; None where that end is open."""

    start: str | None
    end: str | None
    counts: Counts

    @property
    def claims(self) -> int:
        """All of them together."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Timeline:
    """Buckets in order, empty ones left out; the rest by how it is unknown."""

    buckets: tuple[Bucket, ...]
    spanning: tuple[Bucket, ...]
    """Known at both ends, but across buckets: one for each pair of ends."""
    open: tuple[Bucket, ...]
    """Known at one end only."""
    undated: Counts


_Row = tuple[int, int, int, int]
"""Earliest and latest day, the split's value, claims."""

_SPLIT = {Split.NONE: "0", Split.STANCE: "stance", Split.POLARITY: "polarity"}


def timeline(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    width: Width = Width.MONTH,
    split: Split = Split.NONE,
) -> Timeline:
    """The claims that match, over time."""
    model = read_model_of(source)
    if wanted == ClaimFilter():
        return model.remembered(
            ("timeline", width, split),
            lambda: _arranged(_rows(model, wanted, split), width, split),
        )
    return _arranged(_rows(model, wanted, split), width, split)


def _rows(model: ReadModel, wanted: ClaimFilter, split: Split) -> list[_Row]:
    """By the very days, which an index has in order; the widths are made of them."""
    with model.reading() as db:
        if wanted == ClaimFilter() and split is Split.NONE:
            kept = "SELECT earliest, latest, 0, claims FROM span WHERE claims > 0"
            return db.execute(kept).fetchall()
        chosen = plan(db, wanted)
        return db.execute(
            f"SELECT earliest, latest, {_SPLIT[split]}, count(*) FROM claim"
            f" WHERE {chosen.where} GROUP BY earliest, latest, 3",
            chosen.parameters,
        ).fetchall()


def _arranged(rows: Iterable[_Row], width: Width, split: Split) -> Timeline:
    found: dict[tuple[str, str | None, str | None], Counter[str]] = {}
    for earliest, latest, value, claims in rows:
        place = _place(earliest, latest, width)
        found.setdefault(place, Counter())[_label(split, value)] += claims
    bands: dict[str, list[Bucket]] = {"bucket": [], "spanning": [], "open": []}
    for (band, start, end), counts in found.items():
        if band != "undated":
            bands[band].append(Bucket(start, end, dict(counts)))
    for buckets in bands.values():
        buckets.sort(key=lambda each: (each.start or each.end or "", each.end or ""))
    return Timeline(
        tuple(bands["bucket"]),
        tuple(bands["spanning"]),
        tuple(bands["open"]),
        dict(found.get(("undated", None, None), {})),
    )


def _place(
    earliest: int, latest: int, width: Width
) -> tuple[str, str | None, str | None]:
    first = _bounds(earliest, width) if earliest else (None, None)
    last = _bounds(latest, width) if latest else (None, None)
    if not earliest and not latest:
        return "undated", None, None
    if not earliest or not latest:
        return "open", first[0], last[1]
    return ("bucket" if first == last else "spanning"), first[0], last[1]


@lru_cache(maxsize=100_000)
def _bounds(value: int, width: Width) -> tuple[str, str]:
    """First and last day of the bucket that holds the value."""
    if width is Width.YEAR:
        return f"{value // 10000:04}-01-01", f"{value // 10000:04}-12-31"
    if width in (Width.MONTH, Width.QUARTER):
        year, month = divmod(value // 100, 100)
        first = month if width is Width.MONTH else (month - 1) // 3 * 3 + 1
        last = month if width is Width.MONTH else first + 2
        end = calendar.monthrange(year, last)[1]
        return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{end:02}"
    if width is Width.WEEK:
        day = calendar_day(value)
        monday = day - timedelta(days=min(day.weekday(), day.toordinal() - 1))
        # the last week of the calendar is short
        sunday = min(monday.toordinal() + 6, day.max.toordinal())
        return monday.isoformat(), day.fromordinal(sunday).isoformat()
    whole = iso(value) or ""
    return whole, whole


def _label(split: Split, value: int) -> str:
    if split is Split.STANCE:
        return STANCES[value].value
    return POLARITIES[value].value if split is Split.POLARITY else ""
