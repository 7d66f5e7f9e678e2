"""Claims in the order of one of their columns: in SQL, or of the columns in memory."""

import sqlite3
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from graph.dates import NEVER
from graph.read_model.columns import Array
from graph.search.cursor import Cursor
from graph.search.in_memory import Matched
from graph.search.plan import Conditions, Plan
from graph.search.statements import one_a_statement


@dataclass(frozen=True)
class Ranking:
    """A column of `claim` and its index: rank and key, both falling unless `rising`.

    Days that are not known come last either way.
    """

    column: str
    index: str
    rising: bool = False


Row = tuple[int, float]
"""The key of a claim, and its rank."""


class Listing(Protocol):
    """The claims that match a filter, in an order."""

    def first(self, limit: int, after: Cursor | None) -> list[Row]:
        """The first of them, those after a place only if there is one."""

    def count(self) -> int:
        """How many there are."""


@dataclass(frozen=True)
class Ranked:
    """Claims that were found in memory."""

    matched: Matched
    ranking: Ranking

    def count(self) -> int:
        """How many there are."""
        return len(self.matched.keys)

    def first(self, limit: int, after: Cursor | None) -> list[Row]:
        """The first of them, those after a place only if there is one."""
        keys, ranks = self.matched.keys, self.matched[self.ranking.column]
        if self.ranking.rising:
            ranks = np.where(ranks > 0, ranks, NEVER)
            return first_places(ranks, keys, limit, after)
        back = after and Cursor(-after.rank, -after.key, None)
        found = first_places(-ranks, -keys, limit, back)
        return [(-key, -rank) for key, rank in found]


def first_places(
    ranks: Array, keys: Array, limit: int, after: Cursor | None
) -> list[Row]:
    """The first of places by rank, then key, those after a place only."""
    places = np.stack([ranks.astype(np.float64), keys])
    if after:
        places = places[:, _beyond(places, after.rank, after.key)]
    ranks, keys = _least(places, limit)
    return list(zip(keys.astype(np.int64).tolist(), ranks.tolist(), strict=True))


def _beyond(places: Array, rank: float, key: int) -> Array:
    ranks, keys = places
    beyond: Array = (ranks > rank) | ((ranks == rank) & (keys > key))
    return beyond


def _least(places: Array, limit: int) -> Array:
    """The first places by rank, then key: none are sorted but those near them."""
    ranks = places[0]
    if len(ranks) > limit:
        bound = np.partition(ranks, limit - 1)[limit - 1]
        places = places[:, ranks <= bound]
    found: Array = places[:, np.lexsort(places[::-1])[:limit]]
    return found


@dataclass(frozen=True)
class RankedInSql:
    """Claims that SQLite finds; with `collapse`, one of each statement."""

    db: sqlite3.Connection
    conditions: Conditions
    ranking: Ranking
    collapse: bool

    def count(self) -> int:
        """How many there are."""
        return count_in_sql(self.db, self.conditions.plan(), collapse=self.collapse)

    def first(self, limit: int, after: Cursor | None) -> list[Row]:
        """The first of them, those after a place only if there is one."""
        chosen = self.conditions.plan(limit=limit)
        if self.collapse:
            chosen = one_a_statement(chosen)
        if not self.ranking.rising:
            return self._ranked(chosen, limit, after)
        # two passes, since unknown days stand first in the index, last in the answer
        rows: list[Row] = []
        if after is None or after.rank != NEVER:
            rows = self._ranked(chosen, limit, after, "claim.day > 0")
            after = None
        if len(rows) < limit:
            place = after and Cursor(0, after.key, None)
            undated = self._ranked(chosen, limit - len(rows), place, "claim.day = 0")
            rows += [(key, NEVER) for key, _ in undated]
        return rows

    def _ranked(
        self, chosen: Plan, limit: int, after: Cursor | None, restriction: str = "1"
    ) -> list[Row]:
        """The first of a plan's claims that fulfil the restriction."""
        column, rising = self.ranking.column, self.ranking.rising
        compare, direction = (">", "ASC") if rising else ("<", "DESC")
        # a claim sought by another index is sorted; the `+` keeps SQLite to that
        plus = "+" if chosen.sought else ""
        index = "" if chosen.sought else f"INDEXED BY {self.ranking.index}"
        rank, key = f"{plus}claim.{column}", f"{plus}claim.key"
        from_here = f"({rank}, {key}) {compare} (?, ?)" if after else "1"
        sql = (
            f"SELECT claim.key, claim.{column} FROM claim {index}"
            f" WHERE {chosen.where} AND {plus}{restriction} AND {from_here}"
            f" ORDER BY {rank} {direction}, {key} {direction} LIMIT ?"
        )
        place = (after.rank, after.key) if after else ()
        return self.db.execute(sql, (*chosen.parameters, *place, limit)).fetchall()


def count_in_sql(db: sqlite3.Connection, chosen: Plan, *, collapse: bool) -> int:
    """How many claims a plan matches; with `collapse`, how many statements."""
    if chosen.claims is not None and not collapse:
        return chosen.claims
    counted = "DISTINCT wording, speaker" if collapse else "1"
    sql = f"SELECT count(*) FROM (SELECT {counted} FROM claim WHERE {chosen.where})"
    found: int = db.execute(sql, chosen.parameters).fetchone()[0]
    return found
