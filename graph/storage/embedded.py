"""Graphs in this process: Oxigraph, on disk or in memory.

The store's own graph keeps one triple an article, `<article> or:revision N`, written
in the transaction that writes the article; the highest N is the store's revision.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from graph.batches import batched
from graph.mapping.iris import Iris
from graph.mapping.terms import PREFIXES, REVISION
from graph.mapping.triples import integer, value
from graph.storage.graphs import Object, Results, Subject, block
from ontology.errors import BadInput

_BATCH = 50_000
"""Quads of a graph without a revision that are written at once."""


class Embedded:
    """The graphs of an Oxigraph store, each write of theirs atomic."""

    shared = False

    def __init__(self, oxigraph: ox.Store, iris: Iris) -> None:
        self.oxigraph = oxigraph
        self.own = iris.graph("store")
        self.revision = self.latest()

    def latest(self) -> int:
        """The highest revision that is written."""
        return max(map(_number, self._entries()), default=0)

    def refresh(self) -> None:
        """Nothing to learn: nobody else can write to the files."""

    def since(self, revision: int) -> list[ox.NamedNode]:
        """The graphs written or removed after this revision, oldest first."""
        later = ((_number(quad), quad.subject) for quad in self._entries())
        found = sorted((n, value(term)) for n, term in later if n > revision)
        return [ox.NamedNode(iri) for _, iri in found]

    def write(self, graphs: Mapping[ox.NamedNode, Sequence[ox.Quad]]) -> None:
        """Put these in place: the new ones in one transaction, the others in one."""
        known = {graph for graph in graphs if any(self._entries(graph))}
        new = {graph: quads for graph, quads in graphs.items() if graph not in known}
        if new:
            entries = (self._entry(graph, self.revision + 1) for graph in new)
            self.oxigraph.extend([*chain.from_iterable(new.values()), *entries])
            self.revision += 1
        if known:
            parts = [self._replacement(graph, graphs[graph]) for graph in known]
            self.oxigraph.update(" ;\n".join(sorted(parts)))
            self.revision += 1

    def note(self, graph: ox.NamedNode, change: str) -> None:
        """Make a change elsewhere that bears on this graph, in one transaction."""
        self.oxigraph.update(f"{change} ; {self._signature(graph)}")
        self.revision += 1

    def load(self, graphs: Iterable[tuple[ox.NamedNode, str]]) -> None:
        """Add many new graphs, given as N-Quads, by the bulk path: all or none.

        Oxigraph sorts a million quads at a time, and takes over all that it sorted at
        the end. One call for all has RocksDB merge once; with a call for each batch
        the merging grows with what is there already.
        """
        given = _Lines(self._signed(graphs))
        # lenient: the IRIs were checked when they were made
        self.oxigraph.bulk_load(given, format=ox.RdfFormat.N_QUADS, lenient=True)
        if self.since(self.revision):
            self.revision += 1

    def _signed(self, graphs: Iterable[tuple[ox.NamedNode, str]]) -> Iterator[bytes]:
        for graph, nquads in graphs:
            yield f"{nquads}{self._entry(graph, self.revision + 1)} .\n".encode()

    def keep(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Put quads in place of what a graph held, without a revision."""
        self.oxigraph.remove_graph(graph)
        for several in batched(quads, _BATCH):
            self.oxigraph.extend(several)

    def update(self, text: str, *, base: str | None = None) -> None:
        """Run a SPARQL update as one transaction. Raises BadInput."""
        try:
            self.oxigraph.update(text, base_iri=base, prefixes=PREFIXES)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise BadInput(str(error)) from error

    def query(self, text: str) -> Results:
        """The results of a query over all graphs together. Raises BadInput."""
        try:
            return self.oxigraph.query(
                text, prefixes=PREFIXES, use_default_graph_as_union=True
            )
        except (SyntaxError, ValueError) as error:
            raise BadInput(f"the query cannot be read: {error}") from error

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,
        graph_name: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None fits any term."""
        return self.oxigraph.quads_for_pattern(subject, predicate, object, graph_name)

    def contents(
        self, graphs: Iterable[ox.NamedNode]
    ) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
        """Each graph with its quads, in the order given."""
        for graph in graphs:
            yield graph, list(self.quads_for_pattern(None, None, None, graph))

    def named_graphs(self) -> list[ox.NamedNode]:
        """The names of all graphs."""
        named = self.oxigraph.named_graphs()
        return [graph for graph in named if isinstance(graph, ox.NamedNode)]

    def __len__(self) -> int:
        return len(self.oxigraph)

    def flush(self) -> None:
        """Make sure that all writes are on disk."""
        self.oxigraph.flush()

    def close(self) -> None:
        """Let go of the files: Oxigraph has no close, they go with the last name."""
        del self.oxigraph

    def _entries(self, graph: ox.NamedNode | None = None) -> Iterable[ox.Quad]:
        return self.quads_for_pattern(graph, REVISION, None, self.own)

    def _entry(self, graph: ox.NamedNode, revision: int) -> ox.Quad:
        return ox.Quad(graph, REVISION, integer(revision), self.own)

    def _replacement(self, graph: ox.NamedNode, quads: Sequence[ox.Quad]) -> str:
        """One update, hence one transaction: the Python API has no other for both."""
        return (
            f"DROP SILENT GRAPH {graph} ;"
            f"INSERT DATA {{ GRAPH {graph} {{ {block(quads)} }} }} ;"
            f"{self._signature(graph)}"
        )

    def _signature(self, graph: ox.NamedNode) -> str:
        entry = self._entry(graph, self.revision + 1)
        return (
            f"DELETE WHERE {{ GRAPH {self.own} {{ {graph} {REVISION} ?old }} }} ;"
            f"INSERT DATA {{ GRAPH {self.own} {{ {block([entry])} }} }}"
        )


def sweep(folder: Path) -> None:
    """Remove from Oxigraph's folder what a bulk load that was killed has sorted."""
    for file in folder.glob("bulk-*.sst"):
        file.unlink()


def _number(quad: ox.Quad) -> int:
    return int(value(quad.object))


class _Lines(BytesIO):
    """Lines that are made when they are read."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        super().__init__()
        self._parts = parts

    def read(self, size: int | None = -1, /) -> bytes:
        """So many bytes or fewer; none at the end."""
        if not (found := super().read(size)):
            super().__init__(next(self._parts, b""))
            found = super().read(size)
        return found
