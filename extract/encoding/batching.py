"""Windows of words as the arrays that the encoder reads."""

from collections.abc import Sequence
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import numpy.typing as npt

from extract.encoding.pieces import CLS, SEP
from extract.encoding.words import Words

Arrays: TypeAlias = dict[str, npt.NDArray[np.int64]]
"""By name: `pieces` and `owner` [B, P]; `first`, `last`, `shapes`, `breaks` and
`quotes` [B, W]. `owner` is a piece's word, -1 for `[CLS]`, `[SEP]` and padding."""


class Stretch(NamedTuple):
    """Words `[start, end)` of a document, with the pieces of all its words."""

    words: Words
    pieces: Sequence[Sequence[int]]
    start: int
    end: int


def collate(stretches: Sequence[Stretch]) -> Arrays:
    """The stretches as one padded batch."""
    rows = [_row(stretch) for stretch in stretches]
    return {
        name: padded([row[name] for row in rows], fill=-1 if name == "owner" else 0)
        for name in rows[0]
    }


def _row(stretch: Stretch) -> dict[str, list[int]]:
    ids, owner = [CLS], [-1]
    first, last = [], []
    for word, own in enumerate(stretch.pieces[stretch.start : stretch.end]):
        first.append(len(ids))
        ids.extend(own)
        owner.extend([word] * len(own))
        last.append(len(ids) - 1)
    part = slice(stretch.start, stretch.end)
    return {
        "pieces": [*ids, SEP],
        "owner": [*owner, -1],
        "first": first,
        "last": last,
        "shapes": list(stretch.words.shapes[part]),
        "breaks": list(stretch.words.breaks[part]),
        "quotes": list(stretch.words.quotes[part]),
    }


def padded(rows: Sequence[npt.ArrayLike], *, fill: int = 0) -> npt.NDArray[Any]:
    """The rows [R, ...] one below the other, filled up to the length of the longest."""
    arrays = [np.asarray(row) for row in rows]
    longest = max(map(len, arrays))
    shape = (len(arrays), longest, *arrays[0].shape[1:])
    found = np.full(shape, fill, dtype=arrays[0].dtype)
    for index, row in enumerate(arrays):
        found[index, : len(row)] = row
    return found
