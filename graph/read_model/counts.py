"""Counts of claims by speaker, topic, outlet, term and span of days, gathered."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from typing import Any

from graph.read_model.tallies import terms_of


class Counts:
    """What changes in the counts, written at once: few agents make many claims.

    `claims` is by table and key.
    """

    def __init__(self) -> None:
        self.claims: Counter[tuple[str, int]] = Counter()
        self._terms: Counter[int] = Counter()
        self._spans: Counter[tuple[int, int]] = Counter()

    def tally(self, row: Mapping[str, Any], change: int) -> None:
        """Count a claim's closed values and days, or with -1 take them out."""
        for key in terms_of(row):
            self._terms[key] += change
        self._spans[row["earliest"], row["latest"]] += change

    def flush(self, db: sqlite3.Connection) -> None:
        """Write them, and begin anew."""
        self._flush_tallies(db)
        for table in ("agent", "topic", "outlet"):
            changes = [
                (change, key)
                for (of, key), change in self.claims.items()
                if of == table
            ]
            db.executemany(
                f"UPDATE {table} SET claims = claims + ? WHERE key = ?", changes
            )
        self.claims.clear()

    def _flush_tallies(self, db: sqlite3.Connection) -> None:
        db.executemany(
            "INSERT INTO term VALUES (?, ?)"
            " ON CONFLICT DO UPDATE SET claims = claims + excluded.claims",
            self._terms.items(),
        )
        db.executemany(
            "INSERT INTO span VALUES (?, ?, ?)"
            " ON CONFLICT DO UPDATE SET claims = claims + excluded.claims",
            [(*days, change) for days, change in self._spans.items()],
        )
        self._terms.clear()
        self._spans.clear()
