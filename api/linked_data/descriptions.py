"""What is here, in RDF: the SPARQL service description, and VoID."""

import pyoxigraph as ox
from fastapi import Request, Response

from api.http.tags import VARY, check, tag_of_bytes
from api.sparql.formats import GRAPHS, NotAcceptable, graph
from graph.mapping.terms import ARTICLE, PREFIXES, TYPE
from graph.mapping.triples import integer
from graph.store import Store
from ontology.namespace import OR

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"

_FORMAT_NAMES = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)

SYNTAXES = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
"""The RDF syntaxes by their short names, which are also suffixes of addresses."""

Triples = list[ox.Triple]


def description(request: Request) -> Response:
    """The service description in the syntax that the client accepts."""
    store: Store = request.app.state.store
    return in_rdf(request, [*_service(store), *_dataset(store)])


def void(request: Request, syntax: str | None = None) -> Response:
    """The description of the data set (VoID)."""
    return in_rdf(request, _dataset(request.app.state.store), syntax)


def in_rdf(request: Request, triples: Triples, syntax: str | None = None) -> Response:
    """Triples in this syntax, or in the one that the client accepts.

    Raises NotAcceptable.
    """
    chosen = syntax or graph(request.headers.get("accept"))
    if chosen is None:
        accepted = ", ".join(GRAPHS.values())
        raise NotAcceptable(f"Accept: accepted: {accepted}")
    prefixes = PREFIXES | {"sd": SD, "void": VOID}
    written = ox.serialize(triples, format=SYNTAXES[chosen], prefixes=prefixes) or b""
    tag = tag_of_bytes(request, written)
    check(request, tag)
    headers = {"vary": VARY, "etag": tag, "cache-control": "no-cache"}
    return Response(written, media_type=GRAPHS[chosen], headers=headers)


def _service(store: Store) -> Triples:
    service, dataset = _here(store, "sparql"), _here(store, "dataset")
    languages = ["SPARQL11Query", *([] if store.read_only else ["SPARQL11Update"])]
    return [
        ox.Triple(service, TYPE, _sd("Service")),
        ox.Triple(service, _sd("endpoint"), service),
        *(ox.Triple(service, _sd("supportedLanguage"), _sd(n)) for n in languages),
        ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        *(
            ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name))
            for name in _FORMAT_NAMES
        ),
        ox.Triple(service, _sd("defaultDataset"), dataset),
        ox.Triple(dataset, TYPE, _sd("Dataset")),
    ]


def _dataset(store: Store) -> Triples:
    dataset, terms = _here(store, "dataset"), str(OR._NS)
    title = ox.NamedNode("http://purl.org/dc/terms/title")
    return [
        ox.Triple(dataset, TYPE, ox.NamedNode(VOID + "Dataset")),
        ox.Triple(dataset, title, ox.Literal("On the Record", language="en")),
        _void(dataset, "sparqlEndpoint", _here(store, "sparql")),
        _void(dataset, "uriSpace", ox.Literal(store.iris.base)),
        _void(dataset, "vocabulary", ox.NamedNode(terms.rstrip("#"))),
        _void(dataset, "entities", integer(store.read_model.counts()[0])),
        *(
            _void(dataset, "feature", ox.NamedNode(FORMATS + name))
            for name in _FORMAT_NAMES[4:]
        ),
        _void(dataset, "classPartition", _here(store, "dataset#claims")),
        _void(_here(store, "dataset#claims"), "class", ox.NamedNode(f"{terms}Claim")),
        _void(dataset, "classPartition", _here(store, "dataset#articles")),
        _void(_here(store, "dataset#articles"), "class", ARTICLE),
    ]


def _here(store: Store, name: str) -> ox.NamedNode:
    return ox.NamedNode(store.iris.base + name)


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)


def _void(
    subject: ox.NamedNode, name: str, value: ox.NamedNode | ox.Literal
) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(VOID + name), value)
