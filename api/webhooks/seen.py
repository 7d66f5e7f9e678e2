"""What subscribers were told of: the articles, and up to which change it was looked.

Kept in the outbox's file, so that it is noted in the transaction that tells of it.
"""

import sqlite3
from collections.abc import Iterable

SCHEMA = """
CREATE TABLE IF NOT EXISTS known (article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (changes INTEGER NOT NULL);
"""


def unseen(db: sqlite3.Connection, articles: Iterable[str]) -> list[str]:
    """Those of the articles that nobody was told of, in order."""
    known = "SELECT 1 FROM known WHERE article = ?"
    return [each for each in articles if not db.execute(known, (each,)).fetchone()]


def mark_seen(db: sqlite3.Connection, articles: Iterable[str]) -> None:
    """Note that these articles need not be told of any more."""
    db.executemany(
        "INSERT OR IGNORE INTO known VALUES (?)", [(each,) for each in articles]
    )


def last_change(db: sqlite3.Connection) -> int | None:
    """Up to which of the read model's changes it was looked; None: never yet."""
    row = db.execute("SELECT changes FROM place").fetchone()
    return row[0] if row else None


def set_last_change(db: sqlite3.Connection, changes: int) -> None:
    """Note up to which change it was looked."""
    db.execute("DELETE FROM place")
    db.execute("INSERT INTO place VALUES (?)", (changes,))
