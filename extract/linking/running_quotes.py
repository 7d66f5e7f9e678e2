"""Quotations that run on over paragraphs: who spoke before goes on speaking.

Newspapers open a quotation again at each of its paragraphs and close it at the last
one only; a paragraph that is all quotation has the speaker of the paragraph before,
for a new one would be named first.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extract.encoding.words import QUOTES

OUTSIDE, OPENING, CLOSING = map(QUOTES.index, ("outside", "opening", "closing"))


class Said(NamedTuple):
    """Words `[start, end)` that somebody says, and the first word of their cue."""

    start: int
    end: int
    cue: int


def leaders(
    said: Sequence[Said], lines: Sequence[int], quotes: Sequence[int]
) -> list[int]:
    """For each stretch the number of the one whose speaker goes on in it: its own, or
    that of one before.

    `said` stands in order; `lines` numbers the line of each word, and `quotes` is its
    place to the quotation marks (an index into QUOTES).
    """
    found: list[int] = []
    for number, own in enumerate(said):
        goes_on = (
            number > 0
            and _follows(own, said[number - 1], lines)
            and _is_all_quoted(own, lines, quotes)
            and (_is_left_open(own, quotes) or _has_moved(own, said, lines))
        )
        found.append(found[-1] if goes_on else number)
    return found


def _follows(own: Said, before: Said, lines: Sequence[int]) -> bool:
    """Whether it opens a line, and the line before holds what was said before."""
    last = lines[own.start - 1]
    return last < lines[own.start] and lines[before.end - 1] == last


def _is_all_quoted(own: Said, lines: Sequence[int], quotes: Sequence[int]) -> bool:
    """Whether no word of its lines stands outside the quotation marks."""
    end = own.end
    while end < len(lines) and lines[end] == lines[own.end - 1]:
        end += 1
    return quotes[own.start] == OPENING and OUTSIDE not in quotes[own.start : end]


def _is_left_open(own: Said, quotes: Sequence[int]) -> bool:
    """Whether the paragraph before ends within a quotation."""
    return quotes[own.start - 1] not in (OUTSIDE, CLOSING)


def _has_moved(own: Said, said: Sequence[Said], lines: Sequence[int]) -> bool:
    """Whether its cue stands in a later line, and has words there of its own."""
    if lines[own.cue] <= lines[own.end - 1]:
        return False
    return any(s.cue == own.cue and lines[s.start] == lines[own.cue] for s in said)
