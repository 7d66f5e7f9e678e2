"""Connections to an SQLite file that one process writes to and many threads read."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.read_model.file import connect


class Connections:
    """One connection that writes, and one for each thread that reads.

    In memory, for a path of None, one does both: who reads waits for who writes.
    """

    def __init__(self, path: Path | None, writer: sqlite3.Connection) -> None:
        self.path, self._writer = path, writer
        self._lock = threading.RLock()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection within which all that is read is of one moment.

        Readings may be nested.
        """
        with self.connected() as db:
            if self.path is None or db.in_transaction:
                yield db
                return
            db.execute("BEGIN")
            try:
                yield db
            finally:
                db.execute("COMMIT")

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """This thread's connection; each statement sees what is written by then."""
        if self.path is None:
            with self._lock:
                yield self._writer
        else:
            yield self._reader(self.path)

    def _reader(self, path: Path) -> sqlite3.Connection:
        if not hasattr(self._local, "reader"):
            db = connect(path)
            db.execute("PRAGMA query_only = ON")
            self._local.reader = db
            self._readers.append(db)
        found: sqlite3.Connection = self._local.reader
        return found

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, one at a time; an error takes all of it back."""
        with self._lock:
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
            except BaseException:
                self._writer.execute("ROLLBACK")
                raise
            self._writer.execute("COMMIT")

    def shorten_log(self) -> None:
        """Empty the write-ahead log, which holds all of a load once more."""
        if self.path is not None:
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def interrupt(self) -> None:
        """Let all that is being read end with an sqlite3.OperationalError."""
        for db in self._readers:
            db.interrupt()

    def close(self) -> None:
        """Close all of them; they are of no use afterwards."""
        for db in (*self._readers, self._writer):
            db.close()
