"""The columns of a read model: read once, then what has been written since."""

import sqlite3
import threading
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from graph.read_model.columns import NAMES, Array, Columns, empty
from graph.read_model.model import ReadModel

_TOGETHER = 50_000

_ROOM = 16
"""Which part of an array is left free behind it, for what comes later."""


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
    """With what was written since; all anew where something known was changed."""
    added = "SELECT key FROM article WHERE changed > ?"
    [touched] = db.execute(
        f"SELECT count(*) FROM claim WHERE claim.key < ? AND article IN ({added})",
        (len(known.there), known.changes),
    ).fetchone()
    # counted by speakers, of whom there are fewer than claims
    [there] = db.execute("SELECT ifnull(sum(claims), 0) FROM agent").fetchone()
    found = _with_later(empty() if touched else known, changes, db)
    return found if found.claims == there else _with_later(empty(), changes, db)


def _with_later(known: Columns, changes: int, db: sqlite3.Connection) -> Columns:
    """With the claims whose keys are beyond those that are known."""
    first = len(known.there)
    named = ", ".join(f"ifnull({name}, 0)" for name in NAMES)
    claims = f"SELECT key, {named} FROM claim WHERE key >= ? ORDER BY key"
    keys, *values = _arrays(db.execute(claims, (first,)), len(NAMES) + 1)
    places = keys.astype(np.int64) - first

    def longer(before: Array, column: Array) -> Array:
        added = np.zeros(int(places.max(initial=-1)) + 1, dtype=before.dtype)
        added[places] = column
        return _joined(before, added)

    pairs = "SELECT claim, topic FROM claim_topic WHERE claim >= ? ORDER BY 1, 2"
    entries = np.stack(_arrays(db.execute(pairs, (first,)), 2))
    columns = zip(NAMES, values, strict=True)
    return Columns(
        longer(known.there, np.ones(len(keys))),
        {name: longer(known[name], column) for name, column in columns},
        longer(known.sizes, _sizes(db, first)),
        _joined(known.topics, entries),
        known.claims + len(keys),
        changes,
    )


def _joined(before: Array, added: Array) -> Array:
    """Both arrays along their last axis.

    Room is left behind them, and what is joined next is written there: what was joined
    earlier ends before it, and a million values are not copied for each article.
    """
    known, size = before.shape[-1], before.shape[-1] + added.shape[-1]
    room = before.base
    if room is None or room.shape[-1] < size:
        room = np.zeros((*before.shape[:-1], size + size // _ROOM), before.dtype)
        room[..., :known] = before
    room[..., known:size] = added
    joined: Array = room[..., :size]
    return joined


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
