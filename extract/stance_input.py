"""What the stance head reads of an attribution: its words by role, in text order."""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Rows: TypeAlias = Sequence[int]
"""Word numbers in a document, ascending."""

CONTEXT, SOURCE, CUE, CONTENT = 1, 2, 3, 4
"""Roles of the words that are read; 0 is padding. Part of the model."""

AROUND = 16
"""Words on either side of the cue that are read as context."""

HEAD, TAIL = 48, 8
"""Words read of a content's beginning and end: long quotes say it first or last."""


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


def padded(
    found: Sequence[dict[int, int]], vectors: npt.NDArray[np.float32]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.int64]]:
    """Word vectors [N, L, D] and roles [N, L] of N attributions of one document."""
    longest = max(map(len, found))
    words = np.zeros((len(found), longest, vectors.shape[1]), dtype=np.float32)
    marks = np.zeros((len(found), longest), dtype=np.int64)
    for index, own in enumerate(found):
        words[index, : len(own)] = vectors[list(own)]
        marks[index, : len(own)] = list(own.values())
    return words, marks
