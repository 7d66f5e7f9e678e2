"""What is here, in RDF: the SPARQL service description, and VoID."""

import pyoxigraph as ox
from fastapi import Request, Response

from api.http.tags import VARY, check, tag_of_bytes
from api.sparql.formats import GRAPHS, NotAcceptable, graph
from api.sparql.rendering import SYNTAXES
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

Triples = list[ox.Triple]


def description(request: Request) -> Response:
    """The service description in the syntax that the client accepts."""
    store: Store = request.app.state.store
    return in_rdf(request, [*_service(request, store), *_dataset(request, store)])


def void(request: Request, syntax: str | None = None) -> Response:
    """The description of the data set (VoID)."""
    return in_rdf(request, _dataset(request, request.app.state.store), syntax)


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


def _service(request: Request, store: Store) -> Triples:
    service, dataset = _name(store, "sparql"), _name(store, "dataset")
    languages = ["SPARQL11Query", *([] if store.read_only else ["SPARQL11Update"])]
    return [
        ox.Triple(service, TYPE, _sd("Service")),
        ox.Triple(service, _sd("endpoint"), _place(request, "sparql")),
        *(ox.Triple(service, _sd("supportedLanguage"), _sd(n)) for n in languages),
        ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        *(
            ox.Triple(service, _sd("resultFormat"), ox.NamedNode(FORMATS + name))
            for name in _FORMAT_NAMES
        ),
        ox.Triple(service, _sd("defaultDataset"), dataset),
        ox.Triple(dataset, TYPE, _sd("Dataset")),
    ]


def _dataset(request: Request, store: Store) -> Triples:
    dataset, terms = _name(store, "dataset"), str(OR._NS)
    title = ox.NamedNode("http://purl.org/dc/terms/title")
    articles, claims = store.read_model.counts()
    return [
        ox.Triple(dataset, TYPE, ox.NamedNode(VOID + "Dataset")),
        ox.Triple(dataset, title, ox.Literal("On the Record", language="en")),
        _void(dataset, "sparqlEndpoint", _place(request, "sparql")),
        _void(dataset, "dataDump", _place(request, "api/exports/nq")),
        _void(dataset, "uriSpace", ox.Literal(store.iris.base)),
        _void(dataset, "vocabulary", ox.NamedNode(terms.rstrip("#"))),
        *(
            _void(dataset, "feature", ox.NamedNode(FORMATS + name))
            for name in _FORMAT_NAMES[4:]
        ),
        *_part(store, "claims", ox.NamedNode(f"{terms}Claim"), claims),
        *_part(store, "articles", ARTICLE, articles),
    ]


def _part(store: Store, name: str, kind: ox.NamedNode, entities: int) -> Triples:
    """Those of a class, and how many they are."""
    part = _name(store, f"dataset#{name}")
    return [
        _void(_name(store, "dataset"), "classPartition", part),
        _void(part, "class", kind),
        _void(part, "entities", integer(entities)),
    ]


def _name(store: Store, name: str) -> ox.NamedNode:
    return ox.NamedNode(store.iris.base + name)


def _place(request: Request, path: str) -> ox.NamedNode:
    """Where something is to be had: at the address that the client has used."""
    return ox.NamedNode(f"{request.base_url}{path}")


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(SD + name)


def _void(
    subject: ox.NamedNode, name: str, value: ox.NamedNode | ox.Literal
) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(VOID + name), value)
