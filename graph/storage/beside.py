"""A data directory read while another process writes to it.

RocksDB, which Oxigraph keeps its files with, never changes what it has written: it
appends to its logs, and drops files when others stand in for them. Links to all of
them are the store as a crash at that moment would leave it, whole by design. Such a
copy takes no room, is opened by itself, and is gone when it is closed.
"""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path

import pyoxigraph as ox

from ontology.errors import InUse

_PREFIX = "reader-"

_ATTEMPTS = 100
"""Each fails if the writer makes or drops a file meanwhile, which is rare."""

_PAUSE_SECONDS = 0.02


class Copy:
    """The files of a store that is written to, as they are at one moment."""

    def __init__(self, directory: Path) -> None:
        _sweep(directory)
        self._folder = directory / f"{_PREFIX}{os.getpid()}-{time.monotonic_ns()}"

    def opened(self, graph: Path) -> ox.Store:
        """The copy, opened to be read. Raises InUse if the writer leaves no moment."""
        for _ in range(_ATTEMPTS):
            self.release()
            self._folder.mkdir()
            with suppress(OSError):  # also Oxigraph's, of a file that has gone
                if _linked(graph, self._folder):
                    return ox.Store.read_only(str(self._folder))
            time.sleep(_PAUSE_SECONDS)
        self.release()
        raise InUse(f"{graph.parent} is written to all the time; try again later")

    def release(self) -> None:
        """Remove the copy."""
        shutil.rmtree(self._folder, ignore_errors=True)


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


def _sweep(directory: Path) -> None:
    """Remove the copies of processes that were killed."""
    for folder in directory.glob(f"{_PREFIX}*"):
        process = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if not Path("/proc", process).exists():
            shutil.rmtree(folder, ignore_errors=True)
