"""Evidence in a text, as pieces that can be shown one after the other.

Evidence overlaps: a claim inside another's content, a source shared by two. So
the text is cut at every boundary, and each piece says what it is part of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from ontology.claim import Claim, Span

GAP = " … "
"""What stands between two excerpts."""


class Part(StrEnum):
    """What a piece of evidence is in its claim."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, order=True)
class Mark:
    """`[start, end)` of the text is this part of this claim."""

    start: int
    end: int
    part: Part
    claim: str


@dataclass(frozen=True)
class Piece:
    """Words between two boundaries, and all that holds of them.

    `begins` and `ends` name the claims whose evidence starts, or is complete, here.
    """

    text: str
    parts: tuple[Part, ...] = ()
    claims: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


def marks(claim: Claim) -> Iterator[Mark]:
    """Every place in its article that carries the claim, repetitions included."""
    for place in (claim.evidence(), *claim.repeats):
        yield from _marks(Part.SOURCE, place.source, claim.id)
        yield from _marks(Part.CUE, place.cue, claim.id)
        yield from _marks(Part.CONTENT, place.content, claim.id)


def _marks(part: Part, spans: Iterable[Span], claim: str) -> Iterator[Mark]:
    return (Mark(start, end, part, claim) for start, end in spans)


def pieces(
    text: str, places: Iterable[Mark], window: Span | None = None
) -> list[Piece]:
    """`text[window]` cut at every boundary of `places`; joined, it is the same text.

    >>> [piece.text for piece in pieces("We agree.", [Mark(3, 8, Part.CUE, "a")])]
    ['We ', 'agree', '.']
    """
    low, high = window or (0, len(text))
    inside = sorted(_clipped(places, low, high))
    cuts = sorted({low, high, *(m.start for m in inside), *(m.end for m in inside)})
    first = {mark.claim: mark.start for mark in reversed(inside)}
    last: dict[str, int] = {}
    for mark in inside:
        last[mark.claim] = max(mark.end, last.get(mark.claim, 0))
    return [
        _piece(text, cut, active, first, last) for cut, active in _swept(cuts, inside)
    ]


def excerpts(text: str, places: Iterable[Mark], windows: Iterable[Span]) -> list[Piece]:
    """The pieces of several windows, with `GAP` where something is left out."""
    kept, found = list(places), list[Piece]()
    for window in windows:
        if found:
            found.append(Piece(GAP))
        found += pieces(text, kept, window)
    return found


def _clipped(places: Iterable[Mark], low: int, high: int) -> Iterator[Mark]:
    for mark in places:
        start, end = max(mark.start, low), min(mark.end, high)
        if start < end:
            yield Mark(start, end, mark.part, mark.claim)


def _swept(cuts: list[int], inside: list[Mark]) -> Iterator[tuple[Span, list[Mark]]]:
    """Each stretch between two cuts, with the marks that cover it."""
    active: list[Mark] = []
    position = 0
    for start, end in pairwise(cuts):
        active = [mark for mark in active if mark.end > start]
        while position < len(inside) and inside[position].start == start:
            active.append(inside[position])
            position += 1
        yield (start, end), active


def _piece(
    text: str,
    cut: Span,
    active: list[Mark],
    first: dict[str, int],
    last: dict[str, int],
) -> Piece:
    claims = tuple(dict.fromkeys(mark.claim for mark in active))
    parts = {mark.part for mark in active}
    return Piece(
        text=text[slice(*cut)],
        parts=tuple(part for part in Part if part in parts),
        claims=claims,
        begins=tuple(claim for claim in claims if first[claim] == cut[0]),
        ends=tuple(claim for claim in claims if last[claim] == cut[1]),
    )
