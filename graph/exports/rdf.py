"""RDF in six syntaxes, written quad by quad."""

from collections.abc import Iterator
from typing import IO

import pyoxigraph as ox

from graph.exports.selection import Selection
from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import VOCABULARY
from graph.mapping.terms import PREFIXES
from graph.store import Store

SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


def write(selection: Selection, syntax: str, out: IO[bytes]) -> None:
    """Write the selection; a syntax without graphs holds all of them together.

    With a filter, each article's graph holds the claims that match and no others;
    without, everything is written, reviews and what was derived from claims too.
    """
    format = SYNTAXES[syntax]
    quads = _all(selection.store) if selection.wanted is None else _some(selection)
    prefixes = PREFIXES | {"data": selection.store.iris.base}
    if format.supports_datasets:
        ox.serialize(quads, out, format=format, prefixes=prefixes)
    else:
        triples = (quad.triple for quad in quads)
        ox.serialize(triples, out, format=format, prefixes=prefixes)


def graphs(store: Store) -> list[ox.NamedNode]:
    """The graphs of a store's data, in order: not the vocabulary, not its own."""
    own = store.iris.graph("store")
    names = {graph.value for graph in store.graph.named_graphs()}
    names = {name for name in names if not name.startswith(VOCABULARY)}
    return [ox.NamedNode(name) for name in sorted(names - {own.value})]


def _all(store: Store) -> Iterator[ox.Quad]:
    for _, quads in store.graph.contents(graphs(store)):
        yield from quads


def _some(selection: Selection) -> Iterator[ox.Quad]:
    for article, claims in selection.records():
        yield from to_rdf(article, claims, selection.store.iris)
