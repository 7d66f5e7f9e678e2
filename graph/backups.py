"""Backups of a data directory, and their return."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from graph.storage.directory import MARK, check, exists, prepare
from graph.storage.embedded import Embedded
from graph.storage.failures import as_store_errors
from graph.storage.lock import Lock
from graph.store import Store
from ontology.errors import StoreError


def backup(store: Store, target: Path) -> None:
    """Copy a store's data directory; it may be written to again at once.

    The graph's files are linked where the disk is the same, so that it takes no
    time. The copy takes its name when it is whole. Raises StoreError if there is
    something under that name.
    """
    if store.directory is None or not isinstance(store.graph, Embedded):
        raise StoreError(
            "a store in memory or on a server has no directory to copy: export it"
        )
    if target.exists():
        raise StoreError(f"{target} exists; name a new folder")
    made = _beside(target)
    with store.writing(), as_store_errors(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        _cleared(made).mkdir()
        store.flush()
        store.graph.oxigraph.backup(str(made / "graph"))
        _copy_read_model(store.directory.read_model, made / "claims.sqlite")
        shutil.copy2(store.directory.path / MARK, made / MARK)
        made.rename(target)


def restore(source: Path, target: Path, *, replace: bool = False) -> None:
    """Make a data directory of a backup, which stays as it is.

    Raises StoreError if the source is no backup, if the target is in use, or if it
    holds data and `replace` is not set. The old data goes when the new is there.
    """
    if not exists(source):
        raise StoreError(f"{source} is not a backup: it has no {MARK}")
    if exists(target) and not replace:
        raise StoreError(f"{target} holds data; replacing it has to be asked for")
    lock = Lock(target)
    try:
        with as_store_errors(target):
            if not exists(target):
                prepare(target, check(source).base)
            made, old = _beside(target), target.with_name(target.name + ".old")
            shutil.copytree(source, _cleared(made))
            target.rename(_cleared(old))
            made.rename(target)
            shutil.rmtree(old)
    finally:
        lock.release()


def _copy_read_model(source: Path, target: Path) -> None:
    """SQLite's own copy: a plain one would miss what is in the write-ahead log."""
    with (
        closing(sqlite3.connect(source)) as reader,
        closing(sqlite3.connect(target)) as writer,
    ):
        reader.backup(writer)


def _beside(path: Path) -> Path:
    return path.with_name(path.name + ".partial")


def _cleared(path: Path) -> Path:
    """A name that is free: what a run that was cut short left there goes."""
    if path.exists():
        shutil.rmtree(path)
    return path
