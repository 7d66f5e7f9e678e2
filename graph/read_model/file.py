"""The read model's SQLite file: its schema, its format, its indices."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FORMAT = 8
"""Changes with the schema or the packing; another format is built anew."""

_FOLDER = Path(__file__).parent
_SCHEMA = (_FOLDER / "schema.sql").read_text(encoding="utf-8")
_INDICES = (_FOLDER / "indices.sql").read_text(encoding="utf-8")

_BUSY_SECONDS = 30.0
"""How long a writer of another process is waited for."""

_PRAGMAS = (
    # without the wait for the disk: what a power cut takes, the store gives back
    "synchronous = NORMAL",
    "temp_store = MEMORY",
    # every thread that reads has a connection: they share the file's pages as the
    # system holds them (2 GB of addresses) rather than each a cache of its own
    "mmap_size = 2147483648",
    "cache_size = -16384",
)

_POSTINGS = (
    "CREATE VIRTUAL TABLE temp.posting USING fts5vocab(main, claim_text, instance)"
)
"""Where the full-text index has each word, as a table: of each connection, since it
holds nothing itself."""

_KEPT = """
CREATE INDEX claim_article ON claim (article);
CREATE INDEX article_cluster ON article (cluster);
CREATE INDEX copy_claim ON copy (claim);
CREATE INDEX copy_article ON copy (article);
CREATE INDEX topic_of_claim ON claim_topic (claim, topic);
CREATE INDEX represents_article ON represents (article)
"""
"""The indices that a bulk load needs to find an article that comes twice."""


def connect(path: Path | str) -> sqlite3.Connection:
    """A connection whose transactions begin when told."""
    db = sqlite3.connect(
        path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    for pragma in _PRAGMAS:
        db.execute(f"PRAGMA {pragma}")
    db.execute(_POSTINGS)
    return db


def opened(path: Path) -> sqlite3.Connection:
    """The file to write to. Raises sqlite3.DatabaseError if it must be begun anew."""
    db = connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    if not _tables(db):
        return created(db)
    found = db.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    if found is None or found[0] != str(FORMAT):
        db.close()
        raise sqlite3.DatabaseError(f"format {found and found[0]}, not {FORMAT}")
    return db


def created(db: sqlite3.Connection) -> sqlite3.Connection:
    """An empty file made ready."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("BEGIN IMMEDIATE")
    empty(db)
    db.execute("COMMIT")
    return db


def empty(db: sqlite3.Connection) -> None:
    """Leave the schema and nothing in it, within the caller's transaction."""
    for table in _tables(db):
        db.execute(f"DROP TABLE {table}")
    _run(db, _SCHEMA + _INDICES)
    for name, value in (("format", FORMAT), ("revision", 0), ("changes", 0)):
        set_number(db, name, value)


def delete(path: Path) -> None:
    """Remove the file with its log."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def number(db: sqlite3.Connection, name: str) -> int:
    """A number of the table `meta`."""
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return int(row[0])


def set_number(db: sqlite3.Connection, name: str, value: int) -> None:
    """Set a number of the table `meta`."""
    db.execute("REPLACE INTO meta VALUES (?, ?)", (name, str(value)))


@contextmanager
def without_indices(db: sqlite3.Connection) -> Iterator[None]:
    """Write much, then make all indices anew: but for those that a load needs."""
    _drop_indices(db)
    _run(db, _KEPT)
    yield
    _drop_indices(db)
    _run(db, _INDICES)
    db.execute("ANALYZE")


def _drop_indices(db: sqlite3.Connection) -> None:
    for (name,) in db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    ).fetchall():
        db.execute(f"DROP INDEX {name}")


def _run(db: sqlite3.Connection, script: str) -> None:
    """Statement by statement: `executescript` would end the transaction."""
    plain = "\n".join(line.split("--")[0] for line in script.splitlines())
    for statement in plain.split(";"):
        if statement.strip():
            db.execute(statement)


def _tables(db: sqlite3.Connection) -> list[str]:
    """Tables that can be dropped; full-text shadow tables go with their owner."""
    found = db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\'"
    )
    return [name for (name,) in found.fetchall()]
