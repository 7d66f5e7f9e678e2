"""What the stance reader reads of an attribution: its words by role, in text order."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from extract.pieces import CLS, SEP

Rows: TypeAlias = Sequence[int]
"""Word numbers in a document, ascending."""

CONTEXT, SOURCE, CUE, CONTENT, EDGE = 1, 2, 3, 4, 5
"""Roles of the pieces that are read; 0 is padding. Part of the model."""

AROUND = 16
"""Words on either side of the cue that are read as context."""

HEAD, TAIL = 48, 8
"""Words read of a content's beginning and end: long quotes say it first or last."""

LONGEST = 160
"""Most pieces read of an attribution."""

LONGEST_WORD = 6
"""Most pieces read of a word."""


class Marked(NamedTuple):
    """An attribution's word pieces [P] and their roles [P]."""

    pieces: list[int]
    roles: list[int]


def roles(source: Rows, cue: Rows, content: Rows, size: int) -> dict[int, int]:
    """The role of each word that is read, by word number, in text order.

    `size` is the number of words in the document.
    """
    near = range(max(0, cue[0] - AROUND), min(size, cue[-1] + AROUND + 1))
    if len(content) > HEAD + TAIL:
        content = [*content[:HEAD], *content[-TAIL:]]
    found = dict.fromkeys(near, CONTEXT)
    for part, role in ((source, SOURCE), (content, CONTENT), (cue, CUE)):
        found |= dict.fromkeys(part, role)
    return dict(sorted(found.items()))


def marked(found: dict[int, int], pieces: Sequence[Sequence[int]]) -> Marked:
    """The pieces of the words that are read; `pieces` are those of all words."""
    chosen = [
        (piece, role)
        for word, role in found.items()
        for piece in pieces[word][:LONGEST_WORD]
    ]
    chosen = [(CLS, EDGE), *chosen[: LONGEST - 2], (SEP, EDGE)]
    return Marked(*map(list, zip(*chosen, strict=True)))
