"""Sentences and dependency trees from the arc scores of a document's words.

The deep biaffine scheme of Dozat and Manning (2017), reduced to a dot product; a
root points at itself.
"""

from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from extract.encoder import Outputs
from extract.viterbi import Floats

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


def _is_tree(heads: npt.NDArray[np.int64]) -> bool:
    """Whether there is one root and every word leads to it."""
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) != 1:
        return False
    above = heads
    for _ in range(int(np.ceil(np.log2(len(heads) + 1)))):
        above = above[above]
    return bool((above == roots[0]).all())


def _spanning_tree(scores: Floats) -> npt.NDArray[np.int64]:
    """The best tree with one root: Chu-Liu/Edmonds from the likeliest root."""
    size = len(scores)
    root = int(np.argmax(np.diag(scores) - scores.max(1)))
    graph: nx.DiGraph[int] = nx.DiGraph()
    low = float(scores.min()) - 1
    for word in range(size):
        for head in range(size):
            if word not in (root, head):
                graph.add_edge(head, word, weight=float(scores[word, head]) - low)
    heads = np.arange(size)
    for head, word in nx.maximum_spanning_arborescence(graph).edges:
        heads[word] = head
    return heads
