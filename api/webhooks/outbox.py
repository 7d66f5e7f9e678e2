"""What is to be sent, kept until it is taken: a SQLite file of the data directory."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from api.webhooks import seen
from graph.storage.directory import exists
from ontology.errors import StoreError

FILE = "webhooks.sqlite"

DELAYS = (5, 30, 120, 600, 3600, 6 * 3600, 24 * 3600)
"""Seconds until the next try, after each that failed; then it is given up."""

LEASE = 60
"""Seconds for which a delivery belongs to who took it: longer than one try lasts."""

KEPT = 30 * 24 * 3600
"""Seconds for which what is over can be looked up."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS delivery (
  id TEXT PRIMARY KEY,
  subscription TEXT NOT NULL,
  article TEXT NOT NULL,
  body BLOB NOT NULL,
  made REAL NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  due REAL,                          -- NULL: taken, or given up
  outcome TEXT NOT NULL DEFAULT 'waiting',
  UNIQUE (subscription, article)     -- an article is told of once
);
CREATE INDEX IF NOT EXISTS delivery_due ON delivery (due) WHERE due IS NOT NULL;
"""


class Message(NamedTuple):
    """What one subscriber is to be told of one article."""

    id: str
    subscription: str
    article: str
    body: bytes


@dataclass(frozen=True)
class Delivery:
    """One message to one subscriber; `tries` counts those before this one."""

    id: str
    subscription: str
    body: bytes
    tries: int


@dataclass(frozen=True)
class Logged:
    """How a delivery stands: `outcome` is `waiting`, `taken`, or what went wrong."""

    id: str
    subscription: str
    article: str
    made: float
    tries: int
    due: float | None
    outcome: str


class Outbox:
    """The deliveries of a data directory; several processes may use it."""

    def __init__(self, data: Path | None) -> None:
        self._path = data / FILE if data else None

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is done within, or nothing. Raises StoreError."""
        if not self._path or not exists(self._path.parent):
            raise StoreError("webhooks are kept in a data directory: ingest first")
        db = sqlite3.connect(self._path, timeout=30, isolation_level=None)
        with closing(db):
            db.executescript(_SCHEMA + seen.SCHEMA)
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    def take(self, now: float) -> Delivery | None:
        """One that is due, for this caller alone for a while; None if none is."""
        with self.writing() as db:
            row = db.execute(
                "UPDATE delivery SET due = ? WHERE id = (SELECT id FROM delivery"
                " WHERE due <= ? ORDER BY due LIMIT 1)"
                " RETURNING id, subscription, body, tries",
                (now + LEASE, now),
            ).fetchone()
        return Delivery(*row) if row else None

    def taken(self, delivery: Delivery) -> None:
        """Note that the subscriber has it."""
        self._note(delivery, None, "taken")

    def failed(self, delivery: Delivery, reason: str, now: float) -> None:
        """Note that it was not taken: it comes again, later each time, to an end."""
        more = delivery.tries < len(DELAYS)
        due = now + DELAYS[delivery.tries] if more else None
        self._note(delivery, due, reason if more else f"given up: {reason}")
        if more:
            self._put_off(delivery.subscription, now + DELAYS[delivery.tries])

    def _put_off(self, subscription: str, until: float) -> None:
        """Let all that waits for one who does not answer wait: others come first."""
        with self.writing() as db:
            db.execute(
                "UPDATE delivery SET due = max(due, ?)"
                " WHERE subscription = ? AND due IS NOT NULL",
                (until, subscription),
            )

    def drop(self, subscription: str) -> None:
        """Send nothing more to a subscriber who has left."""
        with self.writing() as db:
            db.execute("DELETE FROM delivery WHERE subscription = ?", (subscription,))

    def forget(self, now: float) -> None:
        """Let go of what is long over."""
        with self.writing() as db:
            db.execute(
                "DELETE FROM delivery WHERE due IS NULL AND made < ?", (now - KEPT,)
            )

    def log(self, subscription: str, *, most: int = 100) -> tuple[Logged, ...]:
        """How the deliveries of a subscription stand, the newest first."""
        with self.writing() as db:
            rows = db.execute(
                "SELECT id, subscription, article, made, tries, due, outcome"
                " FROM delivery WHERE subscription = ?"
                " ORDER BY made DESC, id LIMIT ?",
                (subscription, most),
            ).fetchall()
        return tuple(Logged(*row) for row in rows)

    def _note(self, delivery: Delivery, due: float | None, outcome: str) -> None:
        with self.writing() as db:
            db.execute(
                "UPDATE delivery SET tries = ?, due = ?, outcome = ? WHERE id = ?",
                (delivery.tries + 1, due, outcome, delivery.id),
            )


def enqueue(db: sqlite3.Connection, message: Message, now: float) -> None:
    """Put a message where it is sent from, unless its article was told of before."""
    db.execute(
        "INSERT OR IGNORE INTO delivery (id, subscription, article, body, made, due)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (*message, now, now),
    )
