"""Where a store is, and the parts that it is opened with.

Beside the graphs there is always a read model, in the data directory: of a store on a
server each process that serves it has its own, and catches up with the others' writes.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import pyoxigraph as ox

from graph.curation.curation import Curation
from graph.mapping.iris import Iris
from graph.read_model.model import ReadModel
from graph.storage import vocabularies
from graph.storage.beside import Beside
from graph.storage.directory import (
    FORMAT,
    Directory,
    check,
    exists,
    nothing_stored,
    prepare,
    version,
)
from graph.storage.embedded import Embedded, sweep
from graph.storage.failures import as_store_errors
from graph.storage.graphs import Graphs
from graph.storage.lock import Lock
from graph.storage.remote.address import Address
from ontology.topics import TopicScheme
from ontology.topics import load as load_topics

L = TypeVar("L", Lock, Beside, Lock | None)


@dataclass(frozen=True)
class Terms:
    """What data is called: under which base, with which topics (SKOS files)."""

    base: str
    files: Sequence[Path]
    topics: TopicScheme

    @classmethod
    def of(cls, base: str, files: Sequence[Path]) -> "Terms":
        """With these files, or with the topics that ship."""
        return cls(base, files, load_topics(*files))

    def iris(self, base: str | None = None) -> Iris:
        """The naming scheme, under another base if a directory has one."""
        return Iris.of(base or self.base, self.topics)


@dataclass(frozen=True)
class Parts:
    """What an open store consists of; no directory is in memory."""

    graph: Graphs
    read_model: ReadModel
    iris: Iris
    curation: Curation
    directory: Directory | None = None
    lock: Lock | Beside | None = None
    read_only: bool = False


def in_memory(terms: Terms) -> Parts:
    """A store that nothing is left of."""
    iris = terms.iris()
    graph = Embedded(ox.Store(), iris)
    vocabularies.load(graph, iris, terms.files)
    curation = Curation.read(graph, iris, terms.topics)
    return Parts(graph, ReadModel.open(None, terms.topics), iris, curation)


def to_write(path: Path, terms: Terms, wait: float) -> Parts:
    """A directory, made if need be, that nobody else has open.

    Raises StoreError.
    """
    with _locked(path, Lock(path, wait=wait)) as lock:
        directory, iris = prepare(path, terms.base), terms.iris()
        sweep(directory.graph)
        graph = Embedded(ox.Store(str(directory.graph)), iris)
        vocabularies.load(graph, iris, terms.files)
        curation = Curation.read(graph, iris, terms.topics)
        model = _read_model(directory, curation)
        return Parts(graph, model, iris, curation, directory, lock)


def to_read(path: Path, terms: Terms, wait: float) -> Parts:
    """A directory that others may read too. Raises StoreError."""
    if not exists(path):
        raise nothing_stored(path)
    if version(path) < FORMAT:  # a reader may not write: it is a writer first
        with _locked(path, Lock(path, wait=wait)) as alone:
            prepare(path, terms.base)
            alone.release()
    with _locked(path, Lock(path, shared=True, wait=wait)) as lock:
        directory, iris = check(path, terms.base), terms.iris()
        graph = Embedded(ox.Store.read_only(str(directory.graph)), iris)
        curation = Curation.read(graph, iris, terms.topics)
        model = _read_model(directory, curation)
        return Parts(graph, model, iris, curation, directory, lock, read_only=True)


def beside_writer(path: Path, terms: Terms) -> Parts:
    """A directory that another process writes to, its graphs as they are now.

    The read model is the writer's, who keeps it up to date. Raises StoreError.
    """
    directory, iris = check(path, terms.base), terms.iris()
    with as_store_errors(path):
        graph = Beside(path, iris)
    with _locked(path, graph):
        curation = Curation.read(graph, iris, terms.topics)
        model = ReadModel.beside_writer(directory.read_model)
        return Parts(graph, model, iris, curation, directory, graph, read_only=True)


def at_server(
    path: Path | None,
    address: Address,
    terms: Terms,
    *,
    read_only: bool,
    wait: float,
) -> Parts:
    """A store on a server, its read model in a directory of its own, or in memory.

    SQLite itself keeps apart those who follow in one directory; of those who write,
    and so have an outbox there, there is one at a time. Raises StoreError.
    """
    # these need httpx, which is of an extra
    from graph.storage.remote.client import Client
    from graph.storage.remote.graphs import Remote
    from graph.storage.remote.outbox import Outbox

    directory = prepare(path, terms.base, server=address.query) if path else None
    lock, outbox = None, None
    if directory and not read_only:
        lock, outbox = Lock(directory.outbox, wait=wait), Outbox(directory.outbox)
    with _locked(path, lock):
        iris = terms.iris()
        graph = Remote(Client(address), iris, outbox)
        if not read_only:
            graph.begin()
            vocabularies.load(graph, iris, terms.files)
        curation = Curation.read(graph, iris, terms.topics)
        if directory is None:
            model = ReadModel.open(None, curation.scheme, curation.also())
        else:
            model = _read_model(directory, curation)
        return Parts(graph, model, iris, curation, directory, lock, read_only)


def _read_model(directory: Directory, curation: Curation) -> ReadModel:
    return ReadModel.open(directory.read_model, curation.scheme, curation.also())


@contextmanager
def _locked(path: Path | None, lock: L) -> Iterator[L]:
    """The lock, released if the opening fails."""
    try:
        with as_store_errors(path):
            yield lock
    except BaseException:
        if lock is not None:
            lock.release()
        raise
