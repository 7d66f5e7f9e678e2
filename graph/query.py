"""Claims that match a filter, page by page."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from graph.columns import columns
from graph.cursor import Cursor, from_text, question, to_text
from graph.filters import ClaimFilter
from graph.plan import Plan, plan
from graph.read_model import HasReadModel, ReadModel, read_model_of
from graph.search_words import match_expression
from graph.statements import carried, one_a_statement
from ontology.claim import Claim
from ontology.errors import BadInput

MOST = 1000
"""The longest page."""


class Order(StrEnum):
    """What comes first. Claims without a date come last in both orders by date."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    """Best match of the filter's `text` first; without text, the newest."""
    CONFIDENCE = "confidence"


@dataclass(frozen=True)
class Page:
    """Claims in order; `next_cursor` is None at the end, `total` counts all pages.

    Of collapsed statements `others` holds, for each of the claims, those of other
    articles that carry it too, the oldest first.
    """

    claims: tuple[Claim, ...]
    next_cursor: str | None
    total: int
    others: tuple[tuple[Claim, ...], ...] = ()


@dataclass(frozen=True)
class _Ranking:
    """How an order stands in SQL: `rank` and key, both falling unless `rising`."""

    rank: str
    index: str
    rising: bool = False


_UNDATED_LAST = 99999999
"""What an unknown day counts as when the oldest come first."""

_RANKINGS = {
    Order.NEWEST: _Ranking("claim.day", "claim_day"),
    Order.OLDEST: _Ranking("claim.day", "claim_day", rising=True),
    Order.CONFIDENCE: _Ranking("claim.confidence", "claim_confidence"),
}

_Row = tuple[int, float]


def find(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    order: Order = Order.NEWEST,
    limit: int = 50,
    cursor: str | None = None,
    collapse: bool = False,
) -> Page:
    """One page of the claims that match.

    With `collapse`, one claim stands for all that give the same speaker's same words,
    the first that was stored of those that match; marks and case do not count.

    Pages go on from the last claim seen, so claims that arrive meanwhile neither
    repeat nor hide others. `total` is counted for the first page only and goes
    along with the cursor. Raises BadInput for a limit or cursor out of bounds.
    """
    if not 1 <= limit <= MOST:
        raise BadInput(f"limit: {limit} is not within 1 and {MOST}")
    order = _possible(order, wanted)
    asked = question(wanted, order) + ("-collapsed" if collapse else "")
    after = from_text(cursor, asked) if cursor else None
    model = read_model_of(source)
    with model.reading() as db:
        rows = _rows(db, wanted, order, limit + 1, after, collapse=collapse)
        total = after.total if after else None
        if total is None:
            whole = not after and len(rows) <= limit
            total = len(rows) if whole else count(model, db, wanted, collapse=collapse)
        keys = [key for key, _ in rows[:limit]]
        claims = model.claims(keys)
        others = carried(model, keys) if collapse else ()
    if len(rows) <= limit:
        return Page(claims, None, total, others)
    key, rank = rows[limit - 1]
    return Page(claims, to_text(Cursor(rank, key, total), asked), total, others)


def count(
    model: ReadModel,
    db: sqlite3.Connection,
    wanted: ClaimFilter,
    *,
    collapse: bool = False,
) -> int:
    """How many claims match; with `collapse`, how many statements."""
    chosen = plan(db, wanted)
    if chosen.claims is not None and not collapse:
        return chosen.claims
    if chosen.test and not collapse:
        return int(np.count_nonzero(columns(model, db).meant(chosen.test)))
    counted = "DISTINCT wording, speaker" if collapse else "1"
    sql = f"SELECT count(*) FROM (SELECT {counted} FROM claim WHERE {chosen.where})"
    found: int = db.execute(sql, chosen.parameters).fetchone()[0]
    return found


def _possible(order: Order, wanted: ClaimFilter) -> Order:
    by_words = wanted.text and match_expression("content", wanted.text)
    return Order.NEWEST if order is Order.RELEVANCE and not by_words else order


def _rows(
    db: sqlite3.Connection,
    wanted: ClaimFilter,
    order: Order,
    limit: int,
    after: Cursor | None,
    *,
    collapse: bool,
) -> list[_Row]:
    if order is Order.RELEVANCE:
        return _by_relevance(db, wanted, limit, after, collapse=collapse)
    chosen = plan(db, wanted, limit=limit)
    if collapse:
        chosen = one_a_statement(chosen)
    ranking = _RANKINGS[order]
    if not ranking.rising:
        return _ranked(db, chosen, ranking, limit, after, "1")
    # two passes, since unknown days stand first in the index and last in the answer
    rows: list[_Row] = []
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
    ranking: _Ranking,
    limit: int,
    after: Cursor | None,
    restriction: str,
) -> list[_Row]:
    compare, direction = (">", "ASC") if ranking.rising else ("<", "DESC")
    # a claim sought by another index is sorted; the `+` keeps SQLite to that
    plus = "+" if chosen.sought else ""
    index = "" if chosen.sought else f"INDEXED BY {ranking.index}"
    rank, key = f"{plus}{ranking.rank}", f"{plus}claim.key"
    from_here = f"({rank}, {key}) {compare} (?, ?)" if after else "1"
    sql = (
        f"SELECT claim.key, {ranking.rank} FROM claim {index}"
        f" WHERE {chosen.where} AND {plus}{restriction} AND {from_here}"
        f" ORDER BY {rank} {direction}, {key} {direction} LIMIT ?"
    )
    place = (after.rank, after.key) if after else ()
    return db.execute(sql, (*chosen.parameters, *place, limit)).fetchall()


def _by_relevance(
    db: sqlite3.Connection,
    wanted: ClaimFilter,
    limit: int,
    after: Cursor | None,
    *,
    collapse: bool,
) -> list[_Row]:
    """By BM25, the best (most negative) first; equal ones in order of arrival."""
    expression = match_expression("content", wanted.text or "")
    others = plan(db, wanted.model_copy(update={"text": None}), limit=0)
    if collapse:  # the same words match the same text
        others = one_a_statement(others)
    sql = (
        "WITH hit AS MATERIALIZED (SELECT rowid AS key, bm25(claim_text) AS score"
        " FROM claim_text WHERE claim_text MATCH ?)"
        " SELECT claim.key, hit.score FROM hit CROSS JOIN claim ON claim.key = hit.key"
        f" WHERE {others.where}"
        + (" AND (hit.score, hit.key) > (?, ?)" if after else "")
        + " ORDER BY hit.score, hit.key LIMIT ?"
    )
    place = (after.rank, after.key) if after else ()
    return db.execute(sql, (expression, *others.parameters, *place, limit)).fetchall()
