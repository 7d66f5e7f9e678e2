"""Attributions made of the parts of others, for a student to be taught on.

Nobody labels them: what the teacher says of them is learned. A cue in another's
sentence, or a content after another's cue, shows the student what turns a stance, as
the augmentation of TinyBERT does with words (Jiao et al. 2020).
"""

import random
from collections.abc import Sequence
from itertools import groupby
from typing import TypeAlias

from extract.stance_input import CONTENT, CUE, LONGEST, SOURCE, Marked
from extract.training.stance.examples import Example

EXCHANGED = ((CUE,), (CUE,), (CONTENT,), (SOURCE, CUE))
"""Roles whose words are taken from another attribution, drawn alike."""

Run: TypeAlias = tuple[int, list[int]]
"""A role and the pieces that have it, one after the other."""


def recombined(
    data: Sequence[Example], count: int, shuffle: random.Random
) -> list[Example]:
    """Attributions [count] without labels; parts of two of the examples in each."""
    return [
        _exchanged(
            shuffle.choice(data).read,
            shuffle.choice(data).read,
            shuffle.choice(EXCHANGED),
        )
        for _ in range(count)
    ]


def _exchanged(one: Marked, other: Marked, taken: Sequence[int]) -> Example:
    theirs = {role: [p for r, p in _runs(other) if r == role] for role in taken}
    pieces: list[int] = []
    roles: list[int] = []
    for role, own in _runs(one):
        given = theirs[role].pop(0) if theirs.get(role) else own
        pieces += given
        roles += [role] * len(given)
    return Example(Marked(pieces[:LONGEST], roles[:LONGEST]), (), ())


def _runs(read: Marked) -> list[Run]:
    marked = zip(read.roles, read.pieces, strict=True)
    return [
        (role, [piece for _, piece in run])
        for role, run in groupby(marked, key=lambda pair: pair[0])
    ]
