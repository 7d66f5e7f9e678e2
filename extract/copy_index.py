"""Which known article a new one is a copy of, told without reading them all.

The sketches of all articles lie in an SQLite file by their bands: a new one looks up
its own 42, and is compared with the few that share some. The file is derived: without
it, the sketches are made anew from the texts.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from extract.near_duplicates import COPY, Sketch, containment, shingles, sketch

COMPARED = 8
"""Most texts that are compared, those first that share most bands: bounds the time
where thousands of articles are cut from one form, as weather and markets are."""

IN_BAND = 50
"""Most articles that are looked at in a band, those first that came first: a form's
own bands have thousands, and tell its articles from no other."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS article (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS band (
  hash INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (hash, article)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS band_article ON band (article);
"""


class CopyIndex:
    """The sketches of articles by id; `revision` is a number that its user sets."""

    def __init__(self, path: Path | None) -> None:
        self._db = _opened(path)

    @property
    def revision(self) -> int:
        """As of the last `commit`; 0 of a new file."""
        found: int = self._db.execute("PRAGMA user_version").fetchone()[0]
        return found

    def commit(self, revision: int) -> None:
        """Keep what was added, under this number."""
        self._db.execute(f"PRAGMA user_version = {int(revision)}")
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        self._db.close()

    def add(self, id: str, text: str) -> None:
        """Add an article, or put another text in place of the one it had."""
        self.remove(id)
        if bands := sketch(shingles(text)):
            added = self._db.execute("INSERT INTO article (id) VALUES (?)", (id,))
            rows = [(band, added.lastrowid) for band in set(bands)]
            self._db.executemany("INSERT INTO band VALUES (?, ?)", rows)

    def remove(self, id: str) -> None:
        """Take an article out; nothing happens if it is not there."""
        row = self._db.execute("SELECT key FROM article WHERE id = ?", (id,)).fetchone()
        if row:
            self._db.execute("DELETE FROM band WHERE article = ?", row)
            self._db.execute("DELETE FROM article WHERE key = ?", row)

    def most_alike(
        self, text: str, text_of: Callable[[str], str], *, but: Iterable[str] = ()
    ) -> str | None:
        """The id of the article that this is most of all a copy of, if of any.

        `text_of` gives the text of an article by its id; those in `but` do not count.
        """
        own, left_out = shingles(text), set(but)
        found = [id for id in self._alike(sketch(own)) if id not in left_out]
        scores = {
            id: containment(own, shingles(text_of(id))) for id in found[:COMPARED]
        }
        best = max(scores, key=lambda id: (scores[id], id), default=None)
        return best if best is not None and scores[best] >= COPY else None

    def _alike(self, bands: Sketch) -> list[str]:
        """The ids of articles that share a band, those with most of them first."""
        shared = Counter(id for band in bands for id in self._in_band(band))
        return sorted(shared, key=lambda id: (-shared[id], id))

    def _in_band(self, band: int) -> list[str]:
        rows = self._db.execute(
            "SELECT id FROM band JOIN article ON article.key = band.article"
            " WHERE hash = ? ORDER BY band.article LIMIT ?",
            (band, IN_BAND),
        )
        return [id for (id,) in rows]


def _opened(path: Path | None) -> sqlite3.Connection:
    """The file, made anew where it cannot be read."""
    try:
        return _connected(path)
    except sqlite3.DatabaseError:
        if path is None:
            raise
        path.unlink(missing_ok=True)
        return _connected(path)


def _connected(path: Path | None) -> sqlite3.Connection:
    db = sqlite3.connect(path or ":memory:", isolation_level=None)
    # what a power cut takes is made again from the texts
    db.execute("PRAGMA synchronous = OFF")
    db.executescript(_SCHEMA)
    db.execute("BEGIN")
    return db
