"""Where the RDF of a store is kept: named graphs, and a journal of their changes.

Two keep it: `embedded`, on disk or in memory, and `remote`, a SPARQL server. Each
write of an article's graph gets a revision with it, one higher than any before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol, TypeAlias

import pyoxigraph as ox

Subject: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Triple
Object: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Results: TypeAlias = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples

TOGETHER = 20
"""Graphs that are written or read at once: some 3500 triples of articles."""


class Graphs(Protocol):
    """The named graphs of one store. Raises StoreError where they cannot be reached."""

    shared: bool
    """Whether others may write there, and have graphs of their own."""

    @property
    def revision(self) -> int:
        """How many changes there have been, as far as is known here."""

    def refresh(self) -> None:
        """Learn the revision anew: others may write to the same graphs."""

    def since(self, revision: int) -> list[ox.NamedNode]:
        """The graphs written or removed after a revision, oldest first."""

    def write(self, graphs: Mapping[ox.NamedNode, Sequence[ox.Quad]]) -> None:
        """Put quads in place of what each graph held; without any, remove it.

        Afterwards all of them are written, even where the server was restarted in
        between; what could not be written raises StoreError.
        """

    def note(self, graph: ox.NamedNode, change: str) -> None:
        """Make a change elsewhere (SPARQL operations) that bears on this graph."""

    def keep(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Put quads in place of what a graph held, without a revision.

        For what can be derived again: it may be cut off half-way.
        """

    def update(self, text: str, *, base: str | None = None) -> None:
        """Run a SPARQL update, without a revision. Raises BadInput."""

    def query(self, text: str) -> Results:
        """The results of a query over all graphs together. Raises BadInput."""

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,
        graph_name: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None fits any term."""

    def contents(
        self, graphs: Iterable[ox.NamedNode]
    ) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
        """Each graph with its quads, in the order given."""

    def named_graphs(self) -> list[ox.NamedNode]:
        """The names of all graphs of the store."""

    def __len__(self) -> int:
        """How many quads there are."""

    def flush(self) -> None:
        """Make sure that all writes are on disk."""

    def close(self) -> None:
        """Let go of what is open."""


def block(quads: Iterable[ox.Quad]) -> str:
    """Triples as INSERT DATA takes them."""
    triples = (quad.triple for quad in quads)
    written = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return written.decode()
