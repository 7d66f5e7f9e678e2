"""Sentences and dependency trees from the arc scores of a document's words.

The deep biaffine scheme of Dozat and Manning (2017), reduced to a dot product; a
root points at itself.
"""

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from extract.encoding.encoder import Outputs
from extract.encoding.viterbi import Floats

Heads: TypeAlias = npt.NDArray[np.int64]
"""The head of each word of a sentence, by number; the root's is itself."""

NEVER = -1e9
"""Score of an arc that must not be."""

LONGEST_SENTENCE = 400
"""Words after which a sentence is cut: arc scores grow with the square."""


def sentence_starts(values: Outputs, breaks: Sequence[int]) -> list[int]:
    """The words that begin a sentence; an empty line before a word always does."""
    flags = values["start"][:, 0] > 0
    starts: list[int] = []
    for index, (flag, gap) in enumerate(zip(flags, breaks, strict=True)):
        long = bool(starts) and index - starts[-1] >= LONGEST_SENTENCE
        if flag or gap == 2 or not starts or long:
            starts.append(index)
    return starts


def tree(values: Outputs, start: int, end: int) -> list[tuple[int, int]]:
    """Head and relation of each word of the sentence `[start, end)`.

    Heads are words of the document; the root's is itself.
    """
    scores = values["arc_query"][start:end] @ values["arc_key"][start:end].T
    heads = scores.argmax(1)
    if not _is_tree(heads):
        heads = _spanning_tree(scores)
    relations = (
        values["relation_of"][start:end] + values["relation_to"][start:end][heads]
    )
    best = relations.argmax(1)
    return [(start + int(h), int(r)) for h, r in zip(heads, best, strict=True)]


def _is_tree(heads: Heads) -> bool:
    """Whether there is one root and every word leads to it."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    return len(roots) == 1 and not len(_cycle(heads, int(roots[0])))


def _cycle(heads: Heads, root: int) -> Heads:
    """The words of a circle of heads, or none if every word leads to the root."""
    above = heads
    for _ in range(int(np.ceil(np.log2(len(heads) + 1)))):
        above = above[above]
    astray = np.flatnonzero(above != root)
    if not len(astray):
        return astray
    word = int(above[astray[0]])  # so many steps up, it can only be in a circle
    found = [word]
    while heads[found[-1]] != word:
        found.append(int(heads[found[-1]]))
    return np.array(found)


def _spanning_tree(scores: Floats) -> Heads:
    """The best tree below the likeliest root (Chu and Liu 1965, Edmonds 1967)."""
    root = int(np.argmax(np.diag(scores) - scores.max(1)))
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    scores[root, root] = 0
    return _arborescence(scores, root)


def _arborescence(scores: Floats, root: int) -> Heads:
    """Heads under `scores` [word, head]; a circle is contracted to one node."""
    heads: Heads = scores.argmax(1)
    heads[root] = root
    circle = _cycle(heads, root)
    if not len(circle):
        return heads
    rest = np.setdiff1d(np.arange(len(heads)), circle)
    entering = scores[np.ix_(circle, rest)] - scores[circle, heads[circle]][:, None]
    leaving = scores[np.ix_(rest, circle)]
    size = len(rest)
    smaller = np.full((size + 1, size + 1), NEVER, dtype=scores.dtype)
    smaller[:size, :size] = scores[np.ix_(rest, rest)]
    smaller[:size, size] = leaving.max(1)
    smaller[size, :size] = entering.max(0)
    found = _arborescence(smaller, int(np.flatnonzero(rest == root)[0]))
    inside = found[:size] == size
    heads[rest] = np.where(
        inside, circle[leaving.argmax(1)], rest[np.minimum(found[:size], size - 1)]
    )
    opened = circle[entering[:, found[size]].argmax()]
    heads[opened] = rest[found[size]]
    return heads
