"""The spans of furniture in a text."""

from collections.abc import Iterator

from extract.furniture.forms import (
    BETWEEN,
    CREDIT,
    GLUED_AFTER,
    GLUED_BEFORE,
    STRONG,
    WEAK,
)
from extract.furniture.leads import is_cut_lead
from extract.furniture.lists import listed
from ontology.claim import Span

LONGEST = 320
"""The longest line, in characters, that can be furniture as a whole."""


def furniture(text: str) -> list[Span]:
    """Characters of `text` that are not the article's: in order, and disjoint.

    Whole lines, and labels that a copy has glued to a sentence. In doubt nothing
    is: a claim too many can be seen, a sentence left out cannot.
    """
    rows = text.split("\n")
    lines = [row.strip("\ufeff\u200b \t\r") for row in rows]
    marked = _marked(lines)
    spans: list[Span] = []
    offset = 0
    for row, line, whole in zip(rows, lines, marked, strict=True):
        start = offset + (row.find(line) if line else 0)
        if whole:
            spans.append((start, start + len(line)))
        elif line:
            spans.extend((start + a, start + b) for a, b in _inside(line))
        offset += len(row) + 1
    return spans


def _marked(lines: list[str]) -> list[bool]:
    """Which lines are furniture as a whole."""
    marked = [
        bool(line) and (_is_strong(line) or is_cut_lead(lines, index))
        for index, line in enumerate(lines)
    ]
    return _beside(lines, listed(lines, marked))


def _is_strong(line: str) -> bool:
    return len(line) <= LONGEST and STRONG.fullmatch(line) is not None


def _beside(lines: list[str], marked: list[bool]) -> list[bool]:
    """With the weak lines that stand beside a marked one, and not on top of all."""
    filled = [index for index, line in enumerate(lines) if line]
    found = list(marked)
    for order in (range(1, len(filled)), range(len(filled) - 1, 0, -1)):
        for place in order:
            index = filled[place]
            near = (filled[place - 1], *filled[place + 1 : place + 2])
            if any(found[each] for each in near) and WEAK.fullmatch(lines[index]):
                found[index] = True
    return found


def _inside(line: str) -> Iterator[Span]:
    """Labels and credits within a line of the article, in order."""
    before = GLUED_BEFORE.match(line)
    end = before.end() if before else 0
    if before:
        yield 0, end
    after = GLUED_AFTER.search(line, end)
    last = after.start() if after else len(line)
    inner = [m.span() for each in (BETWEEN, CREDIT) for m in each.finditer(line, end)]
    for start, stop in sorted(inner):
        if end <= start and stop <= last:
            yield start, stop
            end = stop
    if after:
        yield _trimmed(line, *after.span())


def _trimmed(line: str, start: int, end: int) -> Span:
    inner = line[start:end]
    return end - len(inner.lstrip()), start + len(inner.rstrip())
