"""The best sequence of tags under scores a word and scores a transition."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from extract.encoding.labels import may_follow

Floats = npt.NDArray[np.float32]

FORBIDDEN = -1e4
"""Log weight of a transition that BIO does not allow."""


def legal(tags: Sequence[str]) -> Floats:
    """Transition scores [T, T] that only forbid: 0 where allowed."""
    rows = [[0.0 if may_follow(a, b) else FORBIDDEN for b in tags] for a in tags]
    return np.array(rows, dtype=np.float32)


def best_path(scores: Floats, transitions: Floats, start: Floats) -> list[int]:
    """The highest-scoring tag indices for `scores` [W, T] (Viterbi 1967).

    `start` [T] is added at the first word.
    """
    if not len(scores):
        return []
    totals = scores.copy()
    totals[0] += start
    for before, here in pairwise(totals):
        here += np.maximum.reduce(before[:, None] + transitions)
    best = [int(totals[-1].argmax())]
    back = (totals[:-1, :, None] + transitions).argmax(1).tolist()
    for tags in reversed(back):
        best.append(tags[best[-1]])
    return best[::-1]
