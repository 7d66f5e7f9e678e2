"""A condition on claims, as SQL and as a test of the columns; and several as one."""

import json
from dataclasses import dataclass
from functools import partial, reduce
from operator import and_, or_

import numpy as np

from graph.read_model.columns import NAMES, Columns, Mask, Test

Value = str | int | float


@dataclass(frozen=True)
class Condition:
    """A condition on `claim`, in two forms with the same parameters.

    `seek` finds its claims, about `estimate` of them (None: nobody knows), by an
    index if `indexed`; `check` tests a claim that something else has found. `exact`
    says that the estimate is the number. `mask` says the same of the columns in
    memory, where they can tell.
    """

    seek: str
    parameters: tuple[Value, ...] = ()
    estimate: int | None = None
    check_sql: str | None = None
    indexed: bool = True
    exact: bool = False
    mask: Test | None = None

    @property
    def check(self) -> str:
        """With a `+` before each column, which keeps SQLite from its index."""
        return self.check_sql or self.seek.replace("claim.", "+claim.")


NOTHING = Condition(
    "0", (), 0, "0", exact=True, mask=lambda columns: np.zeros_like(columns.there)
)
"""Matches no claim: a name that nobody bears."""


def listed(column: str, keys: list[int], estimate: int | None = None) -> Condition:
    """Has one of these keys in a column of `claim`, or of a table joined to it."""
    if not keys:
        return NOTHING
    name = column.removeprefix("claim.")
    mask = partial(Columns.among, name=name, keys=keys) if name in NAMES else None
    if len(keys) == 1:
        return Condition(f"{column} = ?", (keys[0],), estimate, mask=mask)
    among = f"{column} IN (SELECT value FROM json_each(?))"
    return Condition(among, (json.dumps(keys),), estimate, mask=mask)


def one_of(parts: list[Condition]) -> Condition:
    """Fulfils at least one of these."""
    estimates, passing = [part.estimate for part in parts], tests(parts)
    known = [each for each in estimates if each is not None]
    return Condition(
        " OR ".join(f"({part.seek})" for part in parts),
        tuple(value for part in parts for value in part.parameters),
        sum(known) if len(known) == len(estimates) else None,
        " OR ".join(f"({part.check})" for part in parts),
        indexed=all(part.indexed for part in parts),
        mask=partial(_any, several=passing) if len(passing) == len(parts) else None,
    )


def all_of(parts: list[Condition]) -> Condition:
    """Fulfils all of these."""
    known = [part.estimate for part in parts if part.estimate is not None]
    return Condition(
        " AND ".join(f"({part.seek})" for part in parts) or "1",
        tuple(value for part in parts for value in part.parameters),
        min(known, default=None),
        " AND ".join(f"({part.check})" for part in parts) or "1",
        indexed=any(part.indexed for part in parts),
        mask=every(parts),
    )


def not_all_of(parts: list[Condition]) -> Condition:
    """Fails one of these. A claim without an addressee is not addressed to anybody:
    NULL is no."""
    whole = all_of(parts)
    test = whole.mask
    return Condition(
        f"({whole.check}) IS NOT TRUE",
        whole.parameters,
        mask=None if test is None else lambda columns: ~test(columns),
    )


def every(parts: list[Condition]) -> Test | None:
    """Whether claims fulfil all of these; None where the columns cannot tell."""
    known = tests(parts)
    return together(known) if len(known) == len(parts) else None


def tests(parts: list[Condition]) -> list[Test]:
    """What the columns can tell of these."""
    return [part.mask for part in parts if part.mask is not None]


def together(several: list[Test]) -> Test:
    """Whether claims pass all of these tests."""
    return lambda columns: reduce(
        and_, (test(columns) for test in several), columns.there
    )


def _any(columns: Columns, *, several: list[Test]) -> Mask:
    return reduce(or_, (test(columns) for test in several))
