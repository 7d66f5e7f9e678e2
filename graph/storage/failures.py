"""What goes wrong on disk, as errors that users can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ontology.errors import StoreError

_FULL = ("No space left", "disk is full", "File too large", "Disk quota exceeded")

_FULL_TO_SQLITE = frozenset({"SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE"})
"""What SQLite makes of a quota, and of no space for what it shares with readers."""


@contextmanager
def as_store_errors(path: Path | None) -> Iterator[None]:
    """Raise what Oxigraph and SQLite raise within as StoreError, naming the place."""
    place = "the store in memory" if path is None else str(path)
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        reason = str(error)
        if _is_full(error):
            message = f"{place}: no space is left; what was stored before is intact"
        elif "lock file" in reason:
            message = f"{place} is in use by another program"
        else:
            message = f"{place} cannot be used: {reason}"
        raise StoreError(message) from error


def _is_full(error: Exception) -> bool:
    name = getattr(error, "sqlite_errorname", "")
    return name in _FULL_TO_SQLITE or any(sign in str(error) for sign in _FULL)
