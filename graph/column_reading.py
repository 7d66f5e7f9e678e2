"""The columns of a read model: read once, then what has been written since."""

import sqlite3
import threading
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from graph.columns import NAMES, Array, Columns, Mask, empty
from graph.read_model import ReadModel

_TOGETHER = 50_000


class _Followed:
    """Holds the columns as they were when last asked for."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.columns = empty()

    def follow(self, model: ReadModel, db: sqlite3.Connection) -> Columns:
        """Take what has been written since; `db` is reading the model."""
        with self.lock:
            # a reading that began earlier than another's must not set it back
            if model.changes > self.columns.changes:
                self.columns = _up_to_date(self.columns, model.changes, db)
            return self.columns


def columns(model: ReadModel, db: sqlite3.Connection) -> Columns:
    """The columns, made if need be; `db` is reading the model."""
    return model.attached("columns", _Followed).follow(model, db)


def columns_if_made(model: ReadModel, db: sqlite3.Connection) -> Columns | None:
    """The columns as of what `db` reads; None where nobody has made them, or where
    somebody has followed beyond that."""
    followed = model.attached("columns", _Followed)
    if followed.columns.changes < 0:
        return None
    found = followed.follow(model, db)
    return found if found.changes == model.changes else None


def _up_to_date(known: Columns, changes: int, db: sqlite3.Connection) -> Columns:
    added = "SELECT key FROM article WHERE changed > ?"
    [touched] = db.execute(
        f"SELECT count(*) FROM claim WHERE claim.key < ? AND article IN ({added})",
        (len(known.there), known.changes),
    ).fetchone()
    gone = _left(known, db) != known.claims
    return _with_later(empty() if touched or gone else known, changes, db)


def _left(known: Columns, db: sqlite3.Connection) -> int:
    """How many of the claims that are known, by their keys, are there still."""
    counted = "SELECT count(*) FROM claim WHERE key < ?"
    left: int = db.execute(counted, (len(known.there),)).fetchone()[0]
    return left


def _with_later(known: Columns, changes: int, db: sqlite3.Connection) -> Columns:
    """With the claims whose keys are beyond those that are known."""
    first = len(known.there)
    named = ", ".join(f"ifnull({name}, 0)" for name in NAMES)
    claims = f"SELECT key, {named} FROM claim WHERE key >= ? ORDER BY key"
    keys, *values = _arrays(db.execute(claims, (first,)), len(NAMES) + 1)
    places = keys.astype(np.int64) - first
    size = int(places.max(initial=-1)) + 1

    def longer(before: Array, column: Array | bool) -> Array:
        added = np.zeros(size, dtype=before.dtype)
        added[places] = column
        return np.concatenate([before, added])

    pairs = "SELECT claim, topic FROM claim_topic WHERE claim >= ? ORDER BY 1, 2"
    entries = np.stack(_arrays(db.execute(pairs, (first,)), 2)).astype(np.int32)
    there: Mask = longer(known.there, True)
    return Columns(
        there,
        {
            name: longer(known[name], column)
            for name, column in zip(NAMES, values, strict=True)
        },
        longer(known.sizes, _sizes(db, first)),
        np.concatenate([known.topics, entries], axis=1),
        changes,
    )


def _sizes(db: sqlite3.Connection, first: int) -> Array:
    """The sizes of texts in words, in the order of their keys.

    FTS5 has them as variable-length integers, one for each of its two columns.
    """
    kept = "SELECT sz FROM claim_text_docsize WHERE id >= ? ORDER BY id"
    return np.array([_words(size) for (size,) in db.execute(kept, (first,))])


def _words(size: bytes) -> int:
    """The sum of variable-length integers.

    >>> _words(bytes([20, 3])), _words(bytes([0x81, 0x02, 3]))
    (23, 133)
    """
    if len(size) == 2:
        return size[0] + size[1]
    words, number = 0, 0
    for byte in size:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            words, number = words + number, 0
    return words


def _arrays(rows: sqlite3.Cursor, width: int) -> list[npt.NDArray[np.float64]]:
    """The columns of all rows; all values fit a float."""
    parts = list(_parts(rows, width))
    return [
        np.concatenate([part[:, place] for part in parts]) for place in range(width)
    ]


def _parts(rows: sqlite3.Cursor, width: int) -> Iterator[npt.NDArray[np.float64]]:
    """Some ten thousand rows at a time."""
    yield np.zeros((0, width))
    while several := rows.fetchmany(_TOGETHER):
        yield np.array(several, dtype=np.float64)
