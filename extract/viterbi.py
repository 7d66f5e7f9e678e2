"""The best sequence of tags under scores a word and scores a transition."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from extract.labels import may_follow

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
    total = scores[0] + start
    back = np.zeros(scores.shape, dtype=np.int8)
    for index in range(1, len(scores)):
        paths = total[:, None] + transitions
        back[index] = paths.argmax(0)
        total = paths.max(0) + scores[index]
    best = [int(total.argmax())]
    for index in range(len(scores) - 1, 0, -1):
        best.append(int(back[index, best[-1]]))
    return best[::-1]
