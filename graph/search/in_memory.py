"""The claims that a plan matches, found in the columns in memory, without SQLite."""

import sqlite3
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from graph.read_model.column_reading import columns_if_made
from graph.read_model.columns import Array, Columns, Mask, Test, counted
from graph.read_model.model import ReadModel
from graph.search.plan import Plan


@dataclass(frozen=True, eq=False)
class Matched:
    """Claims of the columns: `matched["stance"]` are the stances of those in `keys`.

    `mask` has each key of the columns, and says whether its claim is among them.
    """

    columns: Columns
    mask: Mask

    @cached_property
    def keys(self) -> npt.NDArray[np.intp]:
        """The keys of the claims, rising."""
        return np.flatnonzero(self.mask)

    def __getitem__(self, name: str) -> Array:
        return self.columns[name].take(self.keys)

    def counts(self, name: str) -> Counter[int]:
        """How many of the claims have which value in a column."""
        return counted(self[name])

    def entries(self, topics: Collection[int] | None = None) -> npt.NDArray[np.int32]:
        """Two rows: the claims, rising, each with each of its topics."""
        return self.columns.entries(self.mask, topics)


def matched_in_memory(
    model: ReadModel, db: sqlite3.Connection, chosen: Plan
) -> Matched | None:
    """What a plan matches; None where SQLite is quicker, or there are no columns."""
    return passing_in_memory(model, db, chosen.test)


def passing_in_memory(
    model: ReadModel, db: sqlite3.Connection, test: Test | None
) -> Matched | None:
    """What passes a test; None where there is none, or there are no columns."""
    found = columns_if_made(model, db) if test else None
    if found is None or test is None:
        return None
    return Matched(found, found.passing(test))
