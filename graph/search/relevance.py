"""Claims by how well their words match: BM25, as SQLite's FTS5 has it.

Its own function looks up the length of each text that matches, a microsecond each. In
memory the lengths are known, and what is left is how often a text has each word.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import log
from operator import and_

import numpy as np

from graph.read_model.columns import Array
from graph.search.cursor import Cursor
from graph.search.filters import ClaimFilter
from graph.search.in_memory import Matched
from graph.search.plan import Conditions, plan
from graph.search.ranking import Row, count_in_sql, first_places
from graph.search.search_words import Word, match_expression
from graph.search.statements import one_a_statement

_K1, _B = 1.2, 0.75
"""FTS5's constants (https://www.sqlite.org/fts5.html, 5.1.1)."""

_LEAST_WEIGHT = 1e-6
"""What FTS5 has a word weigh that most texts have."""

_LAST = "\U0010ffff"
"""After any letter."""


@dataclass(frozen=True)
class ScoredInSql:
    """Claims that match words, and what else is asked; with `collapse`, one of each
    statement."""

    db: sqlite3.Connection
    wanted: ClaimFilter
    others: Conditions
    collapse: bool

    def count(self) -> int:
        """How many there are."""
        chosen = plan(self.db, self.wanted)
        return count_in_sql(self.db, chosen, collapse=self.collapse)

    def first(self, limit: int, after: Cursor | None) -> list[Row]:
        """The best (most negative) first, equal ones in order of arrival."""
        others = self.others.plan(limit=0)
        if self.collapse:  # the same words match the same text
            others = one_a_statement(others)
        found = (
            "SELECT rowid AS key, bm25(claim_text) AS score FROM claim_text"
            " WHERE claim_text MATCH ?"
        )
        if others.where != "1":
            found = (
                f"WITH hit AS MATERIALIZED ({found})"
                " SELECT claim.key, hit.score AS score"
                " FROM hit CROSS JOIN claim ON claim.key = hit.key"
                f" WHERE {others.where}"
            )
        later = "WHERE (score, key) > (?, ?)" if after else ""
        expression = match_expression("content", self.wanted.text or "")
        place = (after.rank, after.key) if after else ()
        return self.db.execute(
            f"SELECT key, score FROM ({found}) {later} ORDER BY score, key LIMIT ?",
            (expression, *others.parameters, *place, limit),
        ).fetchall()


@dataclass(frozen=True, eq=False)
class Scored:
    """Claims by their keys, with how well they match: scores as FTS5 gives them."""

    keys: Array
    scores: Array

    @classmethod
    def of(
        cls, db: sqlite3.Connection, words: Sequence[Word], matched: Matched
    ) -> "Scored":
        """Those of the claims that have all of the words."""
        columns = matched.columns
        times = [_times(db, word, len(matched.mask)) for word in words]
        having = [each > 0 for each in times]
        keys = np.flatnonzero(reduce(and_, having, matched.mask))
        # step by step as FTS5 goes, so that not even the last bit differs
        length = 1 - _B + _B * columns.sizes.take(keys) / columns.mean_size
        scores = np.zeros(len(keys))
        for each, there in zip(times, having, strict=True):
            often = each.take(keys)
            share = often * (_K1 + 1) / (often + _K1 * length)
            scores += _weight(int(np.count_nonzero(there)), columns.claims) * share
        return cls(keys, -scores)

    def count(self) -> int:
        """How many there are."""
        return len(self.keys)

    def first(self, limit: int, after: Cursor | None) -> list[Row]:
        """The best (most negative) first, equal ones in order of arrival."""
        return first_places(self.scores, self.keys, limit, after)


def _times(db: sqlite3.Connection, word: Word, size: int) -> Array:
    """How often each claim's content has a word, by the claims' keys."""
    last = word.letters + _LAST if word.begins else word.letters
    [listed] = db.execute(
        "SELECT group_concat(doc) FROM posting"
        " WHERE term BETWEEN ? AND ? AND col = 'content'",
        (word.letters, last),
    ).fetchone()
    # a thousand of them come in one text ten times as quick as in rows
    keys = np.fromstring(listed or "", dtype=np.int64, sep=",")
    return np.bincount(keys, minlength=size)


def _weight(hits: int, texts: int) -> float:
    """The rarer a word, the more it says."""
    weight = log((texts - hits + 0.5) / (hits + 0.5))
    return weight if weight > 0 else _LEAST_WEIGHT
