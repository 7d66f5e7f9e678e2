"""A data directory read while another process writes to it.

RocksDB, which Oxigraph keeps its files with, never changes what it has written: it
appends to its logs, and drops files when others stand in for them. Links to all of
them are the store as a crash at that moment would leave it, whole by design. Such a
copy takes no room and is opened by itself; who reads on takes another now and then.
"""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from graph.mapping.iris import Iris
from graph.storage.embedded import Embedded
from ontology.errors import InUse

_PREFIX = "reader-"

_ATTEMPTS = 100
"""Each fails if the writer makes or drops a file meanwhile, which is rare."""

_PAUSE_SECONDS = 0.02

_KEPT = 60.0
"""Seconds for which a copy stays after a newer one: somebody may still read it."""


class Beside(Embedded):
    """The graphs of a directory that another process writes to, as they were lately."""

    def __init__(self, directory: Path, iris: Iris) -> None:
        self._directory, self._graph = directory, directory / "graph"
        self._copies: list[tuple[float, Copy]] = []
        self._written: object = None
        super().__init__(self._newest(), iris)

    @property
    def folder(self) -> Path:
        """The files of the copy that is read now."""
        return self._copies[-1][1].folder

    def refresh(self) -> None:
        """Take the graphs as they are now, if anything was written. Raises InUse."""
        if _writing(self._graph) != self._written:
            self.oxigraph = self._newest()
            self.revision = self.latest()

    def release(self) -> None:
        """Remove all copies."""
        for _, copy in self._copies:
            copy.release()

    def _newest(self) -> ox.Store:
        self._written = _writing(self._graph)  # of what comes meanwhile, the next time
        copy, now = Copy(self._directory), time.monotonic()
        opened = copy.opened(self._graph)
        over = [each for taken, each in self._copies[:-1] if now - taken > _KEPT]
        for each in over:
            each.release()
        self._copies = [pair for pair in self._copies if pair[1] not in over]
        self._copies.append((now, copy))
        return opened


class Copy:
    """The files of a store that is written to, as they are at one moment."""

    def __init__(self, directory: Path) -> None:
        _sweep(directory)
        self.folder = directory / f"{_PREFIX}{os.getpid()}-{time.monotonic_ns()}"

    def opened(self, graph: Path) -> ox.Store:
        """The copy, opened to be read. Raises InUse if the writer leaves no moment."""
        for _ in range(_ATTEMPTS):
            self.release()
            self.folder.mkdir()
            with suppress(OSError):  # also Oxigraph's, of a file that has gone
                if _linked(graph, self.folder):
                    return ox.Store.read_only(str(self.folder))
            time.sleep(_PAUSE_SECONDS)
        self.release()
        raise InUse(f"{graph.parent} is written to all the time; try again later")

    def release(self) -> None:
        """Remove the copy."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _linked(graph: Path, folder: Path) -> bool:
    """Link all files; False if the writer began another log or table meanwhile.

    The logs come before the manifest, which tells from where on they count, and the
    manifest before the tables that it names.
    """
    before = _state(graph)
    current = (graph / "CURRENT").read_text(encoding="utf-8")
    for log in graph.glob("*.log"):
        os.link(log, folder / log.name)
    shutil.copyfile(graph / current.strip(), folder / current.strip())
    (folder / "CURRENT").write_text(current, encoding="utf-8")
    for table in graph.glob("*.sst"):
        os.link(table, folder / table.name)
    return _state(graph) == before


def _state(graph: Path) -> tuple[object, ...]:
    """What changes whenever a log or a table comes or goes."""
    current = (graph / "CURRENT").read_text(encoding="utf-8").strip()
    logs = sorted(log.name for log in graph.glob("*.log"))
    return current, (graph / current).stat().st_size, tuple(logs)


def _writing(graph: Path) -> object:
    """What changes with every write."""
    try:
        logs = {log.name: log.stat().st_size for log in graph.glob("*.log")}
        return _state(graph), logs
    except OSError:  # a file has gone meanwhile
        return object()


def _sweep(directory: Path) -> None:
    """Remove the copies of processes that were killed."""
    for folder in directory.glob(f"{_PREFIX}*"):
        process = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if not Path("/proc", process).exists():
            shutil.rmtree(folder, ignore_errors=True)
