"""What the workers read: the store as it was at one moment, in files.

A snapshot of a store that is written to is made of hard links, in milliseconds; a
store that is open to be read needs none, because nobody can write to it meanwhile.
"""

import shutil
import tempfile
import time
from pathlib import Path

import pyoxigraph as ox

from graph.storage.beside import Beside
from graph.storage.embedded import Embedded
from graph.store import Store

FRESH = 1.0
"""Seconds for which a snapshot will do while there are many writes: each takes a flush
to the disk, which would hold up the writer."""


class Snapshots:
    """Snapshots of a store, each a directory that workers open to read; of a store on
    a server an empty one.

    Each is made when it is asked for and the store has changed since the last, if
    that is not quite new.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._made, self._taken = store, 0, 0.0
        self._current: tuple[int, Path] | None = None
        self._folder: Path | None = None

    def at_hand(self) -> Path | None:
        """The snapshot that will do, if there is one; it is told at once."""
        if isinstance(self._store.graph, Beside):
            return self._store.graph.folder
        if self._store.read_only and self._store.directory and not self._shared:
            return self._store.directory.graph
        if self._current is None or self._is_old(self._current[0]):
            return None
        return self._current[1]

    def _is_old(self, revision: int) -> bool:
        changed = revision != self._revision
        return changed and time.monotonic() - self._taken >= FRESH

    @property
    def _shared(self) -> bool:
        return self._store.graph.shared

    @property
    def _revision(self) -> int:
        """Of what is stored here: what a server has is asked there."""
        return 0 if self._shared else self._store.revision

    def take(self) -> Path:
        """A snapshot of what is stored now, which takes a flush to the disk."""
        revision = self._revision
        self._current = revision, self._taken_now()
        self._taken = time.monotonic()
        return self._current[1]

    def drop(self, snapshot: Path) -> None:
        """Remove a snapshot that no worker reads any more."""
        if self._folder and snapshot.parent == self._folder:
            shutil.rmtree(snapshot, ignore_errors=True)

    def close(self) -> None:
        """Remove all snapshots."""
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._folder = self._current = None

    def _taken_now(self) -> Path:
        self._made += 1
        target = self._place() / str(self._made)
        if self._shared:
            ox.Store(str(target)).flush()
            return target
        with self._store.writing():
            self._store.flush()
            graph = self._store.graph
            assert isinstance(graph, Embedded), "a server answers queries itself"
            if self._store.directory:
                graph.oxigraph.backup(str(target))
            else:
                copy = ox.Store(str(target))
                copy.bulk_extend(graph.oxigraph)
                copy.flush()
        return target

    def _place(self) -> Path:
        """The folder of the snapshots: on the store's disk, or there are no links."""
        own = self._store.directory if not self._shared else None
        if self._folder is None and own:
            self._folder = own.path / "snapshots"
            # what a process that was killed left there
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder.mkdir()
        elif self._folder is None:
            self._folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
        return self._folder
