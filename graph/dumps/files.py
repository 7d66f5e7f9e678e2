"""Dump files, graph by graph, however their lines are ordered."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

import pyoxigraph as ox

from ontology.errors import BadInput

SYNTAXES = {".nq": ox.RdfFormat.N_QUADS, ".trig": ox.RdfFormat.TRIG}
"""The syntaxes with graphs that a dump may have, by how its name ends."""

Graph = tuple[str, Iterator[ox.Quad]]
"""The IRI of a named graph, and its quads: they are gone with the next graph."""


def graphs(path: Path) -> Iterator[Graph]:
    """The named graphs of a dump, each once and whole.

    A file that has its graphs one after the other, as `export` writes it, is read as
    it comes, at no cost of memory. Raises BadInput, of a torn line when it is met.
    """
    syntax = SYNTAXES.get(path.suffix.lower())
    if syntax is None:
        raise BadInput(f"{path}: a dump is a file ending in {' or '.join(SYNTAXES)}")
    if _one_after_the_other(path, syntax):
        quads = _read(path, syntax)
        yield from _named(groupby(quads, key=lambda quad: quad.graph_name))
    else:
        yield from _sorted(path, syntax)


def _one_after_the_other(path: Path, syntax: ox.RdfFormat) -> bool:
    """Whether no graph is taken up again; of N-Quads alone the lines tell."""
    if syntax != ox.RdfFormat.N_QUADS:
        return False
    with path.open("rb") as lines:
        runs = [name for name, _ in groupby(filter(bytes.strip, lines), key=_graph)]
    return len(runs) == len(set(runs))


def _graph(line: bytes) -> bytes:
    """What stands last before the full stop."""
    return line.rstrip(b" .\r\n").rpartition(b" ")[2]


def _read(path: Path, syntax: ox.RdfFormat) -> Iterator[ox.Quad]:
    with _as_bad_input(path):
        yield from ox.parse(path=str(path), format=syntax)


def _sorted(path: Path, syntax: ox.RdfFormat) -> Iterator[Graph]:
    """By way of a store of its own, on disk."""
    with TemporaryDirectory(prefix="onrecord-") as folder:
        dump = ox.Store(folder)
        with _as_bad_input(path):
            dump.bulk_load(path=str(path), format=syntax)
        names = sorted(dump.named_graphs(), key=str)
        yield from _named(
            (it, dump.quads_for_pattern(None, None, None, it)) for it in names
        )
        del dump


def _named(found: Iterable[tuple[object, Iterator[ox.Quad]]]) -> Iterator[Graph]:
    for graph, quads in found:
        if isinstance(graph, ox.NamedNode):
            yield graph.value, quads


@contextmanager
def _as_bad_input(path: Path) -> Iterator[None]:
    try:
        yield
    except (SyntaxError, ValueError) as error:
        raise BadInput(f"{path}: {error}") from None
