"""The same questions in SPARQL: on plain Oxigraph, and on rdflib's memory store.

    python -m tests.benchmarks.others --claims 20000      # rdflib, in a process alone

Each query stands beside the question that this project answers from its read model.
"""

import argparse
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial

import pyoxigraph as ox
from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from graph.features.positions import positions
from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import DEFAULT_BASE, Iris
from graph.mapping.terms import PROLOGUE
from graph.network.path_query import PathQuery
from graph.network.paths import paths
from graph.search.facets import facets
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.search.timeline import timeline
from graph.store import Store
from tests.benchmarks.figures import (
    Figure,
    cpu,
    memory,
    middle_and_p95,
    milliseconds,
    tell,
)
from tests.benchmarks.generator import Generator

PATIENCE = 2000
"""Milliseconds from which a query is asked once, and not five times more."""


@dataclass(frozen=True)
class Pair:
    """A question to the read model, and what SPARQL can ask instead."""

    ask: Callable[[Store], object]
    sparql: str


PAIRS = {
    "claims of one speaker and stance, newest": Pair(
        lambda store: find(
            store, ClaimFilter.of(speaker="land-3", delegates=False, stance="demands")
        ),
        """
SELECT ?claim ?words WHERE {
  ?claim or:speaker <BASEagent/land-3> ; or:stance or:demands ;
    or:earliestDate ?day ; or:quotation/schema:text ?words .
} ORDER BY DESC(?day) LIMIT 50""",
    ),
    "facets, whole corpus": Pair(
        lambda store: facets(store, ClaimFilter()),
        """
SELECT ?speaker ?stance (COUNT(?claim) AS ?claims) WHERE {
  ?claim or:speaker ?speaker ; or:stance ?stance .
} GROUP BY ?speaker ?stance ORDER BY DESC(?claims) LIMIT 20""",
    ),
    "timeline, whole corpus": Pair(
        lambda store: timeline(store, ClaimFilter()),
        """
SELECT ?month (COUNT(?claim) AS ?claims) WHERE {
  ?claim or:earliestDate ?day . BIND (SUBSTR(STR(?day), 1, 7) AS ?month)
} GROUP BY ?month ORDER BY ?month""",
    ),
    "a rare word": Pair(
        lambda store: find(store, ClaimFilter(text="dinaba")),
        """
SELECT ?claim WHERE {
  ?claim or:quotation/schema:text ?words . FILTER (CONTAINS(?words, "dinaba"))
} LIMIT 50""",
    ),
    "positions of one": Pair(
        lambda store: positions(
            store, ClaimFilter.of(speaker="land-3", delegates=False)
        ),
        """
SELECT ?topic (MAX(?day) AS ?latest) (COUNT(?claim) AS ?claims) WHERE {
  ?claim or:speaker <BASEagent/land-3> ; or:topic ?topic ; or:latestDate ?day .
} GROUP BY ?topic ORDER BY DESC(?claims)""",
    ),
    "whether two are joined; ours with the path": Pair(
        lambda store: paths(store, PathQuery("land-3", "land-114")),
        """
ASK { <BASEagent/land-3> (^or:speaker/or:topic|^or:topic/or:speaker)+
  <BASEagent/land-114> }""",
    ),
}
"""One pair for each question that SPARQL can ask at all."""


def beside(store: Store, claims: int) -> Iterator[Figure]:
    """Each question to the read model and to Oxigraph, which holds the same claims."""
    for name, pair in PAIRS.items():
        ours, theirs = partial(_asked, store, pair), partial(_selected, store, pair)
        yield _figure(name, claims, "read model", ours)
        yield _figure(name, claims, "Oxigraph", theirs)


def _asked(store: Store, pair: Pair) -> object:
    store.read_model.forget()
    return pair.ask(store)


def _selected(store: Store, pair: Pair) -> object:
    found = store.sparql(pair.sparql.replace("BASE", DEFAULT_BASE))
    return found if isinstance(found, ox.QueryBoolean) else list(found)


def _figure(row: str, claims: int, system: str, ask: Callable[[], object]) -> Figure:
    """The median of five calls after one to warm up, which is all if it takes long."""
    times = milliseconds(lambda: ask, 1)
    if times[0] < PATIENCE:
        times = milliseconds(lambda: ask, 5)
    return Figure("SPARQL", row, f"{system}, {claims:,}", middle_and_p95(times)[0])


def on_rdflib(claims: int) -> Iterator[Figure]:
    """Load and queries of rdflib's memory store: one graph, which is the quickest."""
    column = f"{claims:,} claims"
    graph, before = Graph(), memory()
    with cpu() as seconds:
        for triple in _triples(claims):
            graph.add(triple)
    rate, most = claims / seconds(), (memory() - before) * 1e6 / claims
    yield Figure("storage", "rdflib in memory: load, claims/s", column, rate)
    yield Figure("storage", "rdflib in memory: bytes of memory a claim", column, most)
    for name, pair in PAIRS.items():
        text = PROLOGUE + pair.sparql.replace("BASE", DEFAULT_BASE)
        with suppress(RecursionError):  # it walks a path by recursion: long ones fail
            yield _figure(name, claims, "rdflib", partial(_rows, graph, text))


def _rows(graph: Graph, text: str) -> list[object]:
    return list(graph.query(text))


def _triples(claims: int) -> Iterator[tuple[Node, Node, Node]]:
    iris = Iris()
    for article, several in Generator().articles(claims):
        for quad in to_rdf(article, several, iris):
            yield _term(quad.subject), _term(quad.predicate), _term(quad.object)


@cache
def _datatype(iri: str) -> URIRef:
    return URIRef(iri)


def _term(term: object) -> Node:
    if isinstance(term, ox.Literal):
        return Literal(term.value, datatype=_datatype(term.datatype.value))
    assert isinstance(term, ox.NamedNode)
    return URIRef(term.value)


def main() -> None:
    """Print the figures of rdflib."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, required=True)
    tell(on_rdflib(parser.parse_args().claims))


if __name__ == "__main__":
    main()
