"""A long article in pieces of bounded length, cut at paragraphs."""

from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 30_000
"""Characters of a segment (some 5,000 words): bounds memory on a 5 MB article."""


class Segment(NamedTuple):
    """Text that begins at `offset` of its article."""

    offset: int
    text: str


def segments(text: str, *, longest: int = LONGEST) -> Iterator[Segment]:
    """The text in order, cut at the last line end that fits, else at a blank.

    >>> list(segments("one\\ntwo\\nthree", longest=8))
    [Segment(offset=0, text='one\\ntwo\\n'), Segment(offset=8, text='three')]
    """
    start = 0
    while True:
        end = min(start + longest, len(text))
        if end < len(text):
            end = _cut(text, start, end)
        yield Segment(start, text[start:end])
        if end == len(text):
            return
        start = end


def _cut(text: str, start: int, end: int) -> int:
    for mark in ("\n", " "):
        found = text.rfind(mark, start + 1, end)
        if found > 0:
            return found + 1
    return end
