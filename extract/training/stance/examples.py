"""What the stance reader learns from: attributions with the labels they were given."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn.utils.rnn import pad_sequence

from extract.pieces import pieces
from extract.stance_input import Marked, marked, roles
from extract.training.corpora import Labelled, Stanced
from extract.training.stance.reader import POLARITIES, STANCES
from ontology.stances import Polarity, Stance

POOL = 20
"""Batches that are sorted by length together."""


@dataclass(frozen=True)
class Example:
    """An attribution as it is read, and its accepted labels; none if unlabelled.

    Two labels are those of two annotators who differ; they weigh alike.
    """

    read: Marked
    stances: tuple[int, ...]
    polarities: tuple[int, ...]


def examples(documents: Sequence[Labelled]) -> Iterator[Example]:
    """The attributions of the documents."""
    for document in documents:
        ids = pieces(document.words.texts)
        yield from (_example(own, ids) for own in document.stances if own.cue)


def _example(stanced: Stanced, ids: Sequence[Sequence[int]]) -> Example:
    found = roles(stanced.source, stanced.cue, stanced.content, len(ids))
    return Example(
        marked(found, ids),
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
        pool = sorted(order[at : at + POOL * size], key=lambda i: len(data[i].read[0]))
        found += [pool[b : b + size] for b in range(0, len(pool), size)]
    return shuffle.sample(found, len(found))


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """The rows as one tensor [N, P], 0 where there are no more."""
    return pad_sequence([torch.tensor(row) for row in rows], batch_first=True)


def shares(labels: Sequence[tuple[int, ...]], classes: int) -> Tensor:
    """Each row's accepted labels, weighted alike [N, C]; zeros where there are none."""
    found = torch.zeros(len(labels), classes)
    for row, own in zip(found, labels, strict=True):
        row[list(own)] = 1 / max(len(own), 1)
    return found
