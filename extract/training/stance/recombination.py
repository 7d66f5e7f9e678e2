"""Attributions made of the parts of others, for a student to be taught on.

Nobody labels them: what the teacher says of them is learned. A cue in another's
sentence, or a content after another's cue, shows the student what turns a stance, as
the augmentation of TinyBERT does with words (Jiao et al. 2020).
"""

import random
from collections.abc import Sequence
from itertools import groupby

import numpy as np

from extract.encoding.stance_input import CONTENT, CUE, LONGEST, SOURCE
from extract.training.stance.examples import Example

EXCHANGED = ((CUE,), (CUE,), (CONTENT,), (SOURCE, CUE))
"""Roles whose words are taken from another attribution, drawn alike."""


def recombined(
    data: Sequence[Example], count: int, shuffle: random.Random
) -> list[Example]:
    """Attributions [count] without labels; parts of two of the examples in each."""
    return [
        _exchanged(
            shuffle.choice(data), shuffle.choice(data), shuffle.choice(EXCHANGED)
        )
        for _ in range(count)
    ]


def _exchanged(one: Example, other: Example, taken: Sequence[int]) -> Example:
    theirs = {role: [r for r in _runs(other) if r.roles[0] == role] for role in taken}
    chosen = [
        theirs[own.roles[0]].pop(0) if theirs.get(own.roles[0]) else own
        for own in _runs(one)
    ]
    return Example(
        [role for run in chosen for role in run.roles][:LONGEST],
        [ids for run in chosen for ids in run.pieces][:LONGEST],
        np.concatenate([run.vectors for run in chosen])[:LONGEST],
    )


def _runs(read: Example) -> list[Example]:
    """The example cut where the role changes."""
    rows = [
        [row for row, _ in run]
        for _, run in groupby(enumerate(read.roles), key=lambda pair: pair[1])
    ]
    return [
        Example(
            read.roles[run[0] : run[-1] + 1],
            read.pieces[run[0] : run[-1] + 1],
            read.vectors[run[0] : run[-1] + 1],
        )
        for run in rows
    ]
