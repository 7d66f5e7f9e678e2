"""What stance readers learn from: attributions with the labels they were given."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from extract.encoding.encoder import Encoder
from extract.encoding.pieces import pieces
from extract.encoding.stance_input import marked, roles
from extract.encoding.viterbi import Floats
from extract.training.corpora import Labelled, Stanced
from ontology.stances import Polarity, Stance

STANCES, POLARITIES = list(Stance), list(Polarity)

POOL = 20
"""Batches that are sorted by length together."""


@dataclass(frozen=True)
class Example:
    """The words read of an attribution, and its accepted labels; none if unlabelled.

    A teacher reads the pieces of each word, a student its vector [W, D] (in 16 bits:
    there are many). Two labels are of two annotators who differ; they weigh alike.
    """

    roles: Sequence[int]
    pieces: Sequence[tuple[int, ...]]
    vectors: np.ndarray
    stances: tuple[int, ...] = ()
    polarities: tuple[int, ...] = ()


def examples(documents: Sequence[Labelled], encoder: Encoder) -> Iterator[Example]:
    """The attributions of the documents."""
    for document in documents:
        ids = pieces(document.words.texts)
        vectors = encoder.encode([document.words])[0]["middle"]
        for own in document.stances:
            if own.cue:
                yield _example(own, ids, vectors)


def _example(
    stanced: Stanced, ids: Sequence[tuple[int, ...]], vectors: Floats
) -> Example:
    found = roles(stanced.source, stanced.cue, stanced.content, len(ids))
    read = marked(found, vectors)
    return Example(
        read.roles,
        [ids[word] for word in found],
        read.vectors.astype(np.float16),
        tuple(STANCES.index(Stance(name)) for name in stanced.stances),
        tuple(POLARITIES.index(Polarity(name)) for name in stanced.polarities),
    )


def batches(
    data: Sequence[Example], size: int, shuffle: random.Random
) -> list[list[int]]:
    """Shuffled batches of numbers of examples of like length: less padding."""
    order = shuffle.sample(range(len(data)), len(data))
    found: list[list[int]] = []
    for at in range(0, len(order), POOL * size):
        pool = sorted(order[at : at + POOL * size], key=lambda i: len(data[i].roles))
        found += [pool[b : b + size] for b in range(0, len(pool), size)]
    return shuffle.sample(found, len(found))


def shares(labels: Sequence[tuple[int, ...]], classes: int) -> Tensor:
    """Each row's accepted labels, weighted alike [N, C]; zeros where there are none."""
    found = torch.zeros(len(labels), classes)
    for row, own in zip(found, labels, strict=True):
        row[list(own)] = 1 / max(len(own), 1)
    return found
