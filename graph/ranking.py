"""Claims in the order of one of their columns: in SQL, or of the columns in memory."""

import sqlite3
from dataclasses import dataclass

import numpy as np

from graph.columns import Array
from graph.cursor import Cursor
from graph.meant import Meant
from graph.plan import Plan


@dataclass(frozen=True)
class Ranking:
    """A column of `claim` and its index: rank and key, both falling unless `rising`.

    Days that are not known come last either way.
    """

    column: str
    index: str
    rising: bool = False


_UNDATED_LAST = 99999999
"""What an unknown day counts as when the oldest come first."""

Row = tuple[int, float]
"""The key of a claim, and its rank."""


def first_of(
    told: Meant, ranking: Ranking, limit: int, after: Cursor | None
) -> list[Row]:
    """The first of the claims that are told from memory, those after a place only."""
    keys, ranks = told.keys, told[ranking.column]
    if ranking.rising:
        ranks = np.where(ranks > 0, ranks, _UNDATED_LAST)
    sign = 1 if ranking.rising else -1
    places = sign * np.stack([ranks.astype(np.float64), keys])
    if after:
        places = places[:, _beyond(places, sign * after.rank, sign * after.key)]
    ranks, keys = sign * _least(places, limit)
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


def first_in_sql(
    db: sqlite3.Connection,
    chosen: Plan,
    ranking: Ranking,
    limit: int,
    after: Cursor | None,
) -> list[Row]:
    """The first of the claims that a plan matches, those after a place only."""
    if not ranking.rising:
        return _ranked(db, chosen, ranking, limit, after, "1")
    # two passes, since unknown days stand first in the index and last in the answer
    rows: list[Row] = []
    if after is None or after.rank != _UNDATED_LAST:
        rows = _ranked(db, chosen, ranking, limit, after, "claim.day > 0")
        after = None
    if len(rows) < limit:
        place = after and Cursor(0, after.key, None)
        left = limit - len(rows)
        undated = _ranked(db, chosen, ranking, left, place, "claim.day = 0")
        rows += [(key, _UNDATED_LAST) for key, _ in undated]
    return rows


def _ranked(
    db: sqlite3.Connection,
    chosen: Plan,
    ranking: Ranking,
    limit: int,
    after: Cursor | None,
    restriction: str,
) -> list[Row]:
    compare, direction = (">", "ASC") if ranking.rising else ("<", "DESC")
    # a claim sought by another index is sorted; the `+` keeps SQLite to that
    plus = "+" if chosen.sought else ""
    index = "" if chosen.sought else f"INDEXED BY {ranking.index}"
    rank, key = f"{plus}claim.{ranking.column}", f"{plus}claim.key"
    from_here = f"({rank}, {key}) {compare} (?, ?)" if after else "1"
    sql = (
        f"SELECT claim.key, claim.{ranking.column} FROM claim {index}"
        f" WHERE {chosen.where} AND {plus}{restriction} AND {from_here}"
        f" ORDER BY {rank} {direction}, {key} {direction} LIMIT ?"
    )
    place = (after.rank, after.key) if after else ()
    return db.execute(sql, (*chosen.parameters, *place, limit)).fetchall()
