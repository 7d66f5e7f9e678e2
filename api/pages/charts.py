"""Claims over time as bars: what the templates draw as SVG."""

from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from api.showing.wording import when
from graph.search.filters import ClaimFilter
from graph.search.timeline import Bucket, Split, Timeline, Width, timeline
from graph.store import Store
from ontology.claim import ClaimDate

FEWEST_SLOTS = 24
"""A chart is at least so many bars wide, that one month alone is not a wall."""

FEWEST_BARS = 3
"""Fewer are told in words: they would make no picture."""

MOST_MONTHS = 240
"""Bars of more months than these (20 years) would be too thin: of years then."""

_MONTHS = {Width.MONTH: 1, Width.YEAR: 12}


@dataclass(frozen=True)
class Bar:
    """Claims in one month or year, above and below the line."""

    label: str
    start: str
    end: str
    above: int
    below: int = 0

    @property
    def claims(self) -> int:
        """All of them."""
        return self.above + self.below


@dataclass(frozen=True)
class Chart:
    """Bars without a gap in time; `elsewhen` are claims that no bar can hold."""

    bars: tuple[Bar, ...]
    elsewhen: int
    split: bool

    @property
    def slots(self) -> int:
        """How many bars wide it is drawn."""
        return max(len(self.bars), FEWEST_SLOTS)

    @property
    def most(self) -> int:
        """The claims of the longest bar on one side of the line."""
        return max((max(bar.above, bar.below) for bar in self.bars), default=0)


def charted(store: Store, wanted: ClaimFilter, *, sides: bool = False) -> Chart:
    """The claims that match; with `sides`, those for above and those against below."""
    split = Split.POLARITY if sides else Split.NONE
    step = Width.MONTH
    found = timeline(store, wanted, width=step, split=split)
    if found.buckets and _length(found.buckets) > MOST_MONTHS:
        step = Width.YEAR
        found = timeline(store, wanted, width=step, split=split)
    return chart(found, step, sides=sides)


def chart(found: Timeline, step: Width, *, sides: bool = False) -> Chart:
    """A timeline of months or years as bars; with `sides`, one split by polarity."""
    bars = tuple(
        _bar(bucket, step, sides) for bucket in _without_gaps(found.buckets, step)
    )
    elsewhen = sum(each.claims for each in (*found.spanning, *found.open))
    return Chart(bars, elsewhen + sum(found.undated.values()), sides)


def _bar(bucket: Bucket, step: Width, sides: bool) -> Bar:
    start, end = bucket.start or "", bucket.end or ""
    label = when(ClaimDate(edtf=start[:7] if step is Width.MONTH else start[:4]))
    if not sides:
        return Bar(label, start, end, bucket.claims)
    return Bar(label, start, end, _sum(bucket, "+"), _sum(bucket, "-"))


def _sum(bucket: Bucket, names: Collection[str]) -> int:
    return sum(claims for name, claims in bucket.counts.items() if name in names)


def _without_gaps(buckets: tuple[Bucket, ...], step: Width) -> list[Bucket]:
    """The buckets, with empty ones where there are none between two."""
    found = list(buckets[:1])
    for one, other in pairwise(buckets):
        begin = _month(one.start) + _MONTHS[step]
        months = range(begin, _month(other.start), _MONTHS[step])
        found += [Bucket(_day(month), _day(month), {}) for month in months]
        found.append(other)
    return found


def _length(buckets: tuple[Bucket, ...]) -> int:
    """In months."""
    return _month(buckets[-1].start) - _month(buckets[0].start)


def _month(day: str | None) -> int:
    """Months since the year 0."""
    year, month = (day or "0000-01").split("-")[:2]
    return int(year) * 12 + int(month) - 1


def _day(month: int) -> str:
    return f"{month // 12:04}-{month % 12 + 1:02}-01"
