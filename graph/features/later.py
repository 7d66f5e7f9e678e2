"""Which of two claims is the later: what positions, sides and shifts rest on.

The one of the later day; dated claims go before undated ones. Of one day (or both
undated) the outspoken one: its stance takes a side by itself, and the claim is on
that side. Who opposes a truce and warns of a pause on one day is against it,
whichever is read last. Of two outspoken ones, or none, the last to arrive.
"""

import numpy as np

from graph.read_model.columns import Array, Columns
from graph.read_model.rows import POLARITIES, position, sign
from ontology.stances import DEFAULT_POLARITY, Polarity, Stance

_KEYS = 10**10
"""Above any key of a claim, so that a rank times this, plus a key, holds both."""


def _stances(side: Polarity) -> int:
    """One bit for each stance that takes this side by itself."""
    return sum(1 << position(it) for it in Stance if DEFAULT_POLARITY[it] is side)


OUTSPOKEN = (
    f"(CASE claim.polarity WHEN {sign(Polarity.FOR)} THEN {_stances(Polarity.FOR)}"
    f" WHEN {sign(Polarity.AGAINST)} THEN {_stances(Polarity.AGAINST)}"
    " ELSE 0 END >> claim.stance & 1)"
)
"""1 of an outspoken claim, else 0, in SQL."""

LATER = f"((max(claim.latest, claim.earliest) * 2 + {OUTSPOKEN}) * {_KEYS} + claim.key)"
"""A number of a claim, in SQL: that of the latest is the greatest."""

_OUTSPOKEN = np.array(
    [
        side != 0 and DEFAULT_POLARITY[stance] is POLARITIES[side]
        for stance in Stance
        for side in (-1, 0, 1)
    ]
)


def later(columns: Columns, keys: Array) -> Array:
    """The same numbers of claims by their keys."""
    days = np.maximum(columns["latest"][keys], columns["earliest"][keys])
    kinds = columns["stance"][keys] * 3 + columns["polarity"][keys] + 1
    ranks: Array = days.astype(np.int64) * 2 + _OUTSPOKEN.take(kinds)
    return ranks * _KEYS + keys


def key_in(number: int) -> int:
    """The key of the claim that has this number."""
    return number % _KEYS
