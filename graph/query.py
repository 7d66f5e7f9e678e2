"""Claims that match a filter, page by page."""

import sqlite3
from dataclasses import dataclass
from enum import StrEnum

from graph.cursor import Cursor, from_text, question, to_text
from graph.filters import ClaimFilter
from graph.meant import meant
from graph.plan import Conditions, Plan, matching
from graph.ranking import Ranking, Row, first_in_sql, first_of
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


_RANKINGS = {
    Order.NEWEST: Ranking("day", "claim_day"),
    Order.OLDEST: Ranking("day", "claim_day", rising=True),
    Order.CONFIDENCE: Ranking("confidence", "claim_confidence"),
}


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
        matches = _Matches(model, db, wanted, collapse=collapse)
        rows = matches.first(order, limit + 1, after)
        total = after.total if after else None
        if total is None:
            whole = not after and len(rows) <= limit
            total = len(rows) if whole else matches.count()
        keys = [key for key, _ in rows[:limit]]
        claims = model.claims(keys)
        others = carried(model, keys) if collapse else ()
    if len(rows) <= limit:
        return Page(claims, None, total, others)
    key, rank = rows[limit - 1]
    return Page(claims, to_text(Cursor(rank, key, total), asked), total, others)


def _possible(order: Order, wanted: ClaimFilter) -> Order:
    by_words = wanted.text and match_expression("content", wanted.text)
    return Order.NEWEST if order is Order.RELEVANCE and not by_words else order


class _Matches:
    """The claims that match a filter; with `collapse`, one of each statement."""

    def __init__(
        self,
        model: ReadModel,
        db: sqlite3.Connection,
        wanted: ClaimFilter,
        *,
        collapse: bool = False,
    ) -> None:
        self._db, self._wanted, self._collapse = db, wanted, collapse
        self._conditions = Conditions.of(db, wanted)
        self._all = self._conditions.plan()
        known = collapse or self._all.claims is not None
        self._told = None if known else meant(model, db, self._all)

    def count(self) -> int:
        """How many there are."""
        if self._told:
            return len(self._told.keys)
        if self._all.claims is not None and not self._collapse:
            return self._all.claims
        counted = "DISTINCT wording, speaker" if self._collapse else "1"
        found = f"SELECT {counted} FROM claim WHERE {self._all.where}"
        row = self._db.execute(f"SELECT count(*) FROM ({found})", self._all.parameters)
        return int(row.fetchone()[0])

    def first(self, order: Order, limit: int, after: Cursor | None) -> list[Row]:
        """The first in an order, of those after a place if there is one."""
        if order is Order.RELEVANCE:
            return self._by_relevance(limit, after)
        ranking = _RANKINGS[order]
        if self._told:
            return first_of(self._told, ranking, limit, after)
        chosen = self._one_each(self._conditions.plan(limit=limit))
        return first_in_sql(self._db, chosen, ranking, limit, after)

    def _one_each(self, chosen: Plan) -> Plan:
        return one_a_statement(chosen) if self._collapse else chosen

    def _by_relevance(self, limit: int, after: Cursor | None) -> list[Row]:
        """By BM25, the best (most negative) first; equal ones in order of arrival."""
        expression = match_expression("content", self._wanted.text or "")
        # the same words match the same text
        rest = self._wanted.model_copy(update={"text": None})
        others = self._one_each(matching(self._db, rest))
        sql = (
            "WITH hit AS MATERIALIZED (SELECT rowid AS key, bm25(claim_text) AS score"
            " FROM claim_text WHERE claim_text MATCH ?)"
            " SELECT claim.key, hit.score"
            " FROM hit CROSS JOIN claim ON claim.key = hit.key"
            f" WHERE {others.where}"
            + (" AND (hit.score, hit.key) > (?, ?)" if after else "")
            + " ORDER BY hit.score, hit.key LIMIT ?"
        )
        place = (after.rank, after.key) if after else ()
        parameters = (expression, *others.parameters, *place, limit)
        return self._db.execute(sql, parameters).fetchall()
