"""Claims that match a filter, page by page."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.limits import check_within
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.cursor import Cursor, from_text, question, to_text
from graph.search.filters import ClaimFilter
from graph.search.in_memory import matched_in_memory, passing_in_memory
from graph.search.plan import Conditions
from graph.search.ranking import Listing, Ranked, RankedInSql, Ranking
from graph.search.relevance import Scored, ScoredInSql
from graph.search.search_words import match_expression, single_words
from graph.search.statements import carried
from ontology.claim import Claim

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
    check_within("limit", limit, 1, MOST)
    order = _possible(order, wanted)
    asked = question(wanted, order) + ("-collapsed" if collapse else "")
    after = from_text(cursor, asked) if cursor else None
    model = read_model_of(source)
    with model.reading() as db:
        listing = _listing(model, db, wanted, order, collapse=collapse)
        rows = listing.first(limit + 1, after)
        total = after.total if after else None
        if total is None:
            whole = not after and len(rows) <= limit
            total = len(rows) if whole else listing.count()
        keys = [key for key, _ in rows[:limit]]
        claims = model.claims(keys)
        others = carried(model, keys) if collapse else ()
    if len(rows) <= limit:
        return Page(claims, None, total, others)
    key, rank = rows[limit - 1]
    return Page(claims, to_text(Cursor(rank, key, total), asked), total, others)


def pages(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    order: Order = Order.NEWEST,
    limit: int = MOST,
    collapse: bool = False,
) -> Iterator[Page]:
    """All pages of the claims that match, each found when it is asked for."""
    cursor = None
    while True:
        page = find(
            source, wanted, order=order, limit=limit, cursor=cursor, collapse=collapse
        )
        yield page
        cursor = page.next_cursor
        if cursor is None:
            return


def _possible(order: Order, wanted: ClaimFilter) -> Order:
    by_words = wanted.text and match_expression("content", wanted.text)
    return Order.NEWEST if order is Order.RELEVANCE and not by_words else order


def _listing(
    model: ReadModel,
    db: sqlite3.Connection,
    wanted: ClaimFilter,
    order: Order,
    *,
    collapse: bool,
) -> Listing:
    if order is Order.RELEVANCE:
        return _by_relevance(model, db, wanted, collapse=collapse)
    conditions, ranking = Conditions.of(db, wanted), _RANKINGS[order]
    whole = conditions.plan()
    counted = whole.claims is not None
    matched = None if collapse or counted else matched_in_memory(model, db, whole)
    if matched:
        return Ranked(matched, ranking)
    return RankedInSql(db, conditions, ranking, collapse)


def _by_relevance(
    model: ReadModel, db: sqlite3.Connection, wanted: ClaimFilter, *, collapse: bool
) -> Listing:
    others = Conditions.of(db, wanted.model_copy(update={"text": None}))
    words = None if collapse else single_words(wanted.text or "")
    matched = passing_in_memory(model, db, others.test) if words else None
    if words and matched:
        return Scored.of(db, words, matched)
    return ScoredInSql(db, wanted, others, collapse)
