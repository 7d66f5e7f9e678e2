"""What brings a data directory of an older format to the next one."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox

from graph.batches import batched
from graph.storage.older_shape import modern

Migration = Callable[[Path], None]

_TOGETHER = 2000
"""Graphs that are written at once."""


def to_modern_shape(path: Path) -> None:
    """Write the graphs of format 1 anew, in the shape of format 2.

    The read model says the same of both. Cut short anywhere, it may be done again.
    """
    graph, new, old = (path / name for name in ("graph", "graph.new", "graph.old"))
    if old.exists() and not graph.exists():
        old.rename(graph)
    for rest in (new, old):
        shutil.rmtree(rest, ignore_errors=True)
    if graph.exists():
        _copy(ox.Store.read_only(str(graph)), ox.Store(str(new)))
        graph.rename(old)
        new.rename(graph)
        shutil.rmtree(old)


def _copy(source: ox.Store, target: ox.Store) -> None:
    for several in batched(source.named_graphs(), _TOGETHER):
        target.bulk_extend(quad for graph in several for quad in _graph(source, graph))
    target.flush()


def _graph(source: ox.Store, graph: ox.NamedNode | ox.BlankNode) -> Iterator[ox.Quad]:
    yield from modern(list(source.quads_for_pattern(None, None, None, graph)))


MIGRATIONS: Mapping[int, Migration] = MappingProxyType({1: to_modern_shape})
"""From each older version, the step to the next."""
