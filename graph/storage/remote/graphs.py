"""The graphs of a store on a SPARQL server, which may hold others' graphs too."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import pyoxigraph as ox

from graph.batches import batched
from graph.mapping.iris import VOCABULARY, Iris
from graph.mapping.terms import PROLOGUE, REVISION
from graph.mapping.triples import value
from graph.storage.graphs import TOGETHER, Object, Results, Subject
from graph.storage.remote.answers import answer
from graph.storage.remote.client import Client, Refused
from graph.storage.remote.outbox import Outbox
from graph.storage.remote.updates import (
    batches,
    begins,
    drops,
    inserts,
    replacements,
    signature,
)
from ontology.errors import BadInput, StoreError


class Remote:
    """Named graphs at a server.

    The store's own graph there has the revision of each article, as the embedded one
    has, and beside it a counter, `<own> or:revision N`, that the server itself moves.
    Without an outbox, a write that is cut off by the end of this process is lost.
    """

    shared = True

    def __init__(self, client: Client, iris: Iris, outbox: Outbox | None) -> None:
        self._client, self._outbox = client, outbox
        self.address = client.address
        self._kept = iris.base, VOCABULARY
        self.own = iris.graph("store")
        self.revision = self._counted()

    def begin(self) -> None:
        """Make ready to write: do what was left undone, and have a counter."""
        if self._outbox:
            self._outbox.resend(self._client.update)
        self._client.update(begins(self.own))
        self.refresh()

    def refresh(self) -> None:
        """Learn the revision anew: others may write to the same graphs."""
        self.revision = self._counted()

    def since(self, revision: int) -> list[ox.NamedNode]:
        """The graphs written or removed after this revision, oldest first."""
        rows = self._client.select(
            f"SELECT ?g {{ GRAPH {self.own} {{ ?g {REVISION} ?n }}"
            f" FILTER(?n > {revision} && ?g != {self.own}) }} ORDER BY ?n ?g"
        )
        return [graph for row in rows if isinstance(graph := row["g"], ox.NamedNode)]

    def write(self, graphs: Mapping[ox.NamedNode, Sequence[ox.Quad]]) -> None:
        """Put these in place, some together in each request."""
        for part in batches(graphs):
            self._signed(replacements(part, self.own))

    def note(self, graph: ox.NamedNode, change: str) -> None:
        """Make a change elsewhere that bears on this graph."""
        self._signed([f"{change} ;\n{signature([graph], self.own)}"])

    def keep(self, graph: ox.NamedNode, quads: Iterable[ox.Quad]) -> None:
        """Put quads in place of what a graph held, without a revision."""
        endpoint = self.address.graphs
        if endpoint:
            triples = (quad.triple for quad in quads)
            body = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
            self._client.put(endpoint, graph.value, body)
            return
        for operation in chain([drops(graph)], inserts(graph, quads)):
            self._client.update(operation)

    def update(self, text: str, *, base: str | None = None) -> None:
        """Run an update of a user's. Raises BadInput."""
        start = f"BASE <{base}>\n" if base else ""
        try:
            self._client.update(start + PROLOGUE + text, again=False)
        except Refused as error:
            raise BadInput(str(error)) from error

    def query(self, text: str) -> Results:
        """The results of a query, over all graphs where the server so joins them.

        Raises BadInput.
        """
        found = answer(self._client, text)
        return _as_results(found) if isinstance(found, list) else found

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: ox.NamedNode | None,
        object: Object | None,
        graph_name: ox.NamedNode | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads that fit; None fits any term."""
        given = {"s": subject, "p": predicate, "o": object, "g": graph_name}
        term = {name: str(each or f"?{name}") for name, each in given.items()}
        triple = f"{term['s']} {term['p']} {term['o']}"
        if graph_name:
            return iter(self._within(graph_name, triple))
        rows = self._client.select(f"SELECT * {{ GRAPH ?g {{ {triple} }} }}")
        return (_quad(row, given) for row in rows if self._is_ours(row))

    def contents(
        self, graphs: Iterable[ox.NamedNode]
    ) -> Iterator[tuple[ox.NamedNode, list[ox.Quad]]]:
        """Each graph with its quads, in the order given."""
        for several in batched(graphs, TOGETHER):
            there = self._there(several)
            for graph in several:
                quads = self._within(graph, "?s ?p ?o") if graph.value in there else []
                yield graph, quads

    def named_graphs(self) -> list[ox.NamedNode]:
        """The names of the store's graphs and of the vocabulary's."""
        rows = self._client.select("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        names = (row["g"] for row in rows if self._is_ours(row))
        return [name for name in names if isinstance(name, ox.NamedNode)]

    def __len__(self) -> int:
        bases = " || ".join(f'STRSTARTS(STR(?g), "{base}")' for base in self._kept)
        rows = self._client.select(
            f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} FILTER({bases}) }}"
        )
        return sum(_number(row["n"]) for row in rows)

    def flush(self) -> None:
        """Nothing to do: what the server has taken is the server's to keep."""

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def _counted(self) -> int:
        rows = self._client.select(
            f"SELECT ?n {{ GRAPH {self.own} {{ {self.own} {REVISION} ?n }} }}"
        )
        return max((_number(row["n"]) for row in rows), default=0)

    def _signed(self, updates: list[str]) -> None:
        """Send updates the last of which counts one further.

        Where others counted meanwhile the revision stays where it was: it says up to
        where all changes are known here, and theirs are not.
        """
        if self._outbox:
            self._outbox.send(updates, self._client.update)
        else:
            for each in updates:
                self._client.update(each)
        if self._counted() == self.revision + 1:
            self.revision += 1

    def _there(self, graphs: list[ox.NamedNode]) -> set[str]:
        """Those that hold anything."""
        listed = " ".join(map(str, graphs))
        rows = self._client.select(
            f"SELECT DISTINCT ?g {{ VALUES ?g {{ {listed} }} GRAPH ?g {{ ?s ?p ?o }} }}"
        )
        return {value(row["g"]) for row in rows}

    def _within(self, graph: ox.NamedNode, triple: str) -> list[ox.Quad]:
        """The quads of a graph that fit.

        As triples, not as rows: Virtuoso writes those a tenth as fast in JSON, and
        in XML control characters cannot be written.
        """
        found = self._client.triples(
            f"CONSTRUCT {{ {triple} }} WHERE {{ GRAPH {graph} {{ {triple} }} }}"
        )
        return [ox.Quad(t.subject, t.predicate, t.object, graph) for t in found]

    def _is_ours(self, row: ox.QuerySolution) -> bool:
        return str(row["g"]).strip("<>").startswith(self._kept)


def _quad(row: ox.QuerySolution, given: Mapping[str, Any]) -> ox.Quad:
    s, p, o, g = (given.get(name) or row[name] for name in "spog")
    return ox.Quad(s, p, o, g)


def _number(term: object) -> int:
    if not isinstance(term, ox.Literal):
        raise StoreError(f"the server counts {term!r}")
    return int(term.value)


def _as_results(triples: list[ox.Triple]) -> Results:
    """Triples as Oxigraph gives those of a CONSTRUCT."""
    made = ox.Store()
    made.extend(ox.Quad(t.subject, t.predicate, t.object) for t in triples)
    return made.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
