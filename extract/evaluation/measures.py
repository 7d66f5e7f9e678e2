"""Precision, recall and F1 of sets of spans and of whole attributions."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from ontology.claim import Span

Spans: TypeAlias = tuple[Span, ...]


@dataclass(frozen=True)
class Tally:
    """Counts of what was right, given and expected; they add up over articles."""

    right: int = 0
    given: int = 0
    gold: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.right + other.right, self.given + other.given, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Share of what was given that is right, in percent."""
        return 100 * self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Share of what was expected that was found, in percent."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, in percent."""
        return 200 * self.right / (self.given + self.gold or 1)


@dataclass(frozen=True)
class Parts:
    """An attribution as character spans."""

    source: Spans
    cue: Spans
    content: Spans


def exact(one: Span, other: Span) -> bool:
    """The same first and last character."""
    return one == other


def begin(one: Span, other: Span) -> bool:
    """The same first character."""
    return one[0] == other[0]


def overlap(one: Span, other: Span) -> bool:
    """At least one character in common."""
    return one[0] < other[1] and other[0] < one[1]


MATCHES: dict[str, Callable[[Span, Span], bool]] = {
    "exact": exact,
    "begin": begin,
    "overlap": overlap,
}
"""The corpus's three measures of a span."""


def match(
    given: Iterable[Span], gold: Iterable[Span], same: Callable[[Span, Span], bool]
) -> Tally:
    """Spans matched one to one, greedily in the order of the text."""
    given, left = sorted(set(given)), sorted(set(gold))
    size, right = len(left), 0
    for span in given:
        found = next((other for other in left if same(span, other)), None)
        if found is not None:
            left.remove(found)
            right += 1
    return Tally(right, len(given), size)


CONTENT_OVERLAP = 0.5
"""Share of characters in common (of both) that makes a content the right one."""


def match_attributions(
    given: Sequence[Parts], gold: Sequence[Parts], *, with_source: bool
) -> Tally:
    """Attributions whose content overlaps by half and, if asked, whose source is right.

    A source is right if it overlaps the gold source, or neither names one.
    """
    left = list(gold)
    right = 0
    for parts in given:
        best = max(
            left, key=lambda other: _share(parts.content, other.content), default=None
        )
        if best is None or _share(parts.content, best.content) < CONTENT_OVERLAP:
            continue
        if with_source and not _same_source(parts.source, best.source):
            continue
        left.remove(best)
        right += 1
    return Tally(right, len(given), len(gold))


def _share(one: Spans, other: Spans) -> float:
    mine, theirs = _characters(one), _characters(other)
    return len(mine & theirs) / max(len(mine | theirs), 1)


def _characters(spans: Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def _same_source(one: Spans, other: Spans) -> bool:
    if not one or not other:
        return not one and not other
    return any(overlap(a, b) for a in one for b in other)


def macro_f1(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """Mean F1 over the classes that occur in gold, 0..1; pairs are gold and given."""
    found = []
    for name in {gold for gold, _ in pairs}:
        hits = sum(gold == given == name for gold, given in pairs)
        total = sum((gold == name) + (given == name) for gold, given in pairs)
        found.append(2 * hits / total)
    return sum(found) / len(found)
