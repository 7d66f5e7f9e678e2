"""What the stance reader reads of an attribution: its words by role, in text order."""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from extract.encoding.viterbi import Floats

Rows: TypeAlias = Sequence[int]
"""Word numbers in a document, ascending."""

CONTEXT, SOURCE, CUE, CONTENT = 1, 2, 3, 4
"""Roles of the words that are read; 0 is padding. Part of the model."""

AROUND = 4
"""Words on either side of the cue that are read as context; vectors know the rest."""

HEAD, TAIL = 48, 8
"""Words read of a content's beginning and end: long quotes say it first or last."""

LONGEST = 150
"""Most words read of an attribution."""


class Marked(NamedTuple):
    """The words read of an attribution: their vectors [W, D] and roles [W]."""

    vectors: Floats
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
    return dict(sorted(found.items())[:LONGEST])


def marked(found: dict[int, int], vectors: Floats) -> Marked:
    """The words that are read; `vectors` [W, D] are those of all words."""
    return Marked(vectors[list(found)], list(found.values()))
