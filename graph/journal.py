"""Revisions: each change of an article's graph, in the transaction that makes it.

The store's own graph keeps one triple an article, `<article> or:revision N`; the
highest N is the store's revision. What the read model has missed are the articles
with a higher one than its own.
"""

from collections.abc import Iterable, Sequence
from itertools import chain

import pyoxigraph as ox

from graph.iris import Iris
from graph.terms import node
from graph.triples import integer, value
from ontology.namespace import OR

REVISION = node(OR.revision)


class Journal:
    """The writes to the article graphs of a store, each one atomic."""

    def __init__(self, store: ox.Store, iris: Iris) -> None:
        self._store = store
        self.graph = iris.graph("store")
        self.revision = max(map(_number, self._entries()), default=0)

    def write(self, graph: ox.NamedNode, quads: Sequence[ox.Quad]) -> None:
        """Put these quads in place of what a graph held; without any, remove it."""
        if any(self._entries(graph)):
            self._store.update(self._replacement(graph, quads))
        else:
            self._store.extend([*quads, self._entry(graph, self.revision + 1)])
        self.revision += 1

    def note(self, graph: ox.NamedNode, change: str) -> None:
        """Make a change elsewhere (SPARQL operations) that bears on this graph."""
        self._store.update(f"{change} ; {self._signature(graph)}")
        self.revision += 1

    def load(self, graphs: Iterable[ox.NamedNode], quads: Iterable[ox.Quad]) -> None:
        """Add many new graphs by the bulk path, all at the next revision.

        The revision does not move: `advance` ends a load, of one batch or several.
        """
        entries = (self._entry(graph, self.revision + 1) for graph in graphs)
        self._store.bulk_extend(chain(quads, entries))

    def advance(self) -> None:
        """Go on to the next revision, which the loaded graphs have already."""
        self.revision += 1

    def since(self, revision: int) -> list[ox.NamedNode]:
        """The graphs written or removed after this revision, oldest first."""
        later = ((_number(quad), quad.subject) for quad in self._entries())
        found = sorted((n, value(term)) for n, term in later if n > revision)
        return [ox.NamedNode(iri) for _, iri in found]

    def _entries(self, graph: ox.NamedNode | None = None) -> Iterable[ox.Quad]:
        return self._store.quads_for_pattern(graph, REVISION, None, self.graph)

    def _entry(self, graph: ox.NamedNode, revision: int) -> ox.Quad:
        return ox.Quad(graph, REVISION, integer(revision), self.graph)

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
            f"DELETE WHERE {{ GRAPH {self.graph} {{ {graph} {REVISION} ?old }} }} ;"
            f"INSERT DATA {{ GRAPH {self.graph} {{ {block([entry])} }} }}"
        )


def block(quads: Iterable[ox.Quad]) -> str:
    """Triples as INSERT DATA takes them."""
    triples = (quad.triple for quad in quads)
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return written.decode()


def _number(quad: ox.Quad) -> int:
    return int(value(quad.object))
