"""The 34 tests of the W3C SPARQL 1.1 protocol suite as requests and expectations.

The suite (W3C, 2013, data-sparql11/protocol) describes them; this is our writing of
it. In `query_multiple_dataset` the suite escapes the `&` between two parameters,
which makes one nonsensical graph name of them; here they are two, as is meant.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
FORM = "application/x-www-form-urlencoded"

DATA = "http://kasei.us/2009/09/sparql/data/"
DATA0, DATA1, DATA2, DATA3 = (f"{DATA}data{number}.rdf" for number in range(4))

DOCUMENT = "http://xmlns.com/foaf/0.1/Document"
RESOURCE = "http://purl.org/dc/terms/BibliographicResource"

BOOLEAN = ("application/sparql-results+json", "application/sparql-results+xml")
TABULAR = (*BOOLEAN, "text/csv", "text/tab-separated-values")
RDF = ("text/turtle", "application/n-triples", "application/rdf+xml",
       "application/ld+json")  # fmt: skip


@dataclass(frozen=True)
class Request:
    """One request, and what has to come back; `None` leaves it open."""

    method: str = "POST"
    parameters: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    content_type: str | None = None
    bad: bool = False
    media: tuple[str, ...] | None = None
    true: bool = False
    check: Callable[[str], bool] | None = None

    @property
    def address(self) -> str:
        query = urlencode(self.parameters)
        return f"/sparql/?{query}" if query else "/sparql/"

    @property
    def headers(self) -> dict[str, str]:
        return {"content-type": self.content_type} if self.content_type else {}


@dataclass(frozen=True)
class Case:
    """Requests one after the other. `loaded` are graphs that have to be there."""

    requests: tuple[Request, ...]
    loaded: tuple[str, ...] = field(default=())


def get(**parameters: str) -> Request:
    return Request("GET", tuple(parameters.items()), media=BOOLEAN, true=True)


def post(text: str, kind: str, *parameters: tuple[str, str], **more: object) -> Request:
    fields = {"parameters": parameters, "body": text.encode(), "content_type": kind}
    return Request(**{**fields, **more})  # type: ignore[arg-type]


def ask(text: str, *parameters: tuple[str, str]) -> Request:
    return post(text, QUERY, *parameters, media=BOOLEAN, true=True)


def bad(request: Request) -> Request:
    return Request(
        request.method,
        request.parameters,
        request.body,
        request.content_type,
        bad=True,
    )


def default(*graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("default-graph-uri", graph) for graph in graphs)


def named(*graphs: str) -> tuple[tuple[str, str], ...]:
    return tuple(("named-graph-uri", graph) for graph in graphs)


def typed(*graphs: str) -> str:
    return " . ".join(f"<{graph}> a ?type" for graph in graphs)


IN_GRAPHS = f"GRAPH ?g1 {{ {typed(DATA1)} }} GRAPH ?g2 {{ {typed(DATA2)} }}"


def documents(*graphs: str) -> str:
    inner = " ".join(
        f"GRAPH <{graph}> {{ <{graph}> a <{DOCUMENT}> }}" for graph in graphs
    )
    return f"INSERT DATA {{ {inner} }}"


def updated(name: str, clear: str, loaded: str, where: str) -> str:
    target = f"http://example.org/protocol-update-{name}-test/"
    written = where.split("=>")
    insert = f"INSERT {{ GRAPH <{target}> {{ {written[1]} }} }}"
    return f"{clear} ALL ; {loaded} ; {insert} WHERE {{ {written[0]} }}"


def found(name: str, present: str, absent: str = "") -> str:
    target = f"http://example.org/protocol-update-{name}-test/"
    without = f"FILTER NOT EXISTS {{ GRAPH <{target}> {{ {absent} }} }}"
    return f"ASK {{ GRAPH <{target}> {{ {present} }} {without if absent else ''} }}"


def resources(*graphs: str) -> str:
    return " . ".join(f"<{graph}> a <{RESOURCE}>" for graph in graphs)


THREE = documents(DATA1, DATA2, DATA3)
PLAIN = f"?s a <{DOCUMENT}> => ?s a <{RESOURCE}>"
IN_NAMED = f"GRAPH ?g {{ ?s a <{DOCUMENT}> }} => ?s a <{RESOURCE}>"
IN = "http://example.org/in"
BOTH = (
    f"{{ GRAPH ?g {{ ?s a <{DOCUMENT}> }} BIND(?g AS ?in) }} UNION"
    f' {{ ?s a <{DOCUMENT}> . BIND("default" AS ?in) }} => ?s <{IN}> ?in'
)
BASE = "http://example.org/protocol-base-test/"

SUITE: dict[str, Case] = {
    "query_post_form": Case(
        (post("query=ASK%20%7B%7D", FORM, *default(DATA0), media=BOOLEAN, true=True),)
    ),
    "query_dataset_default_graphs_get": Case(
        (
            Request(
                "GET",
                (
                    ("query", f"ASK {{ {typed(DATA1, DATA2)} }}"),
                    *default(DATA1, DATA2),
                ),
                media=BOOLEAN,
                true=True,
            ),
        ),
        (DATA1, DATA2),
    ),
    "query_dataset_default_graphs_post": Case(
        (ask(f"ASK {{ {typed(DATA1, DATA2)} }}", *default(DATA1, DATA2)),),
        (DATA1, DATA2),
    ),
    "query_dataset_named_graphs_post": Case(
        (ask(f"ASK {{ {IN_GRAPHS} }}", *named(DATA1, DATA2)),), (DATA1, DATA2)
    ),
    "query_dataset_named_graphs_get": Case(
        (
            Request(
                "GET",
                (("query", f"ASK {{ {IN_GRAPHS} }}"), *named(DATA1, DATA2)),
                media=BOOLEAN,
                true=True,
            ),
        ),
        (DATA1, DATA2),
    ),
    "query_dataset_full": Case(
        (
            ask(
                f"ASK {{ {typed(DATA3)} {IN_GRAPHS} }}",
                *default(DATA3),
                *named(DATA1, DATA2),
            ),
        ),
        (DATA1, DATA2, DATA3),
    ),
    "query_multiple_dataset": Case(
        (ask(f"ASK FROM <{DATA3}> {{ {IN_GRAPHS} }}", *named(DATA1, DATA2)),),
        (DATA1, DATA2, DATA3),
    ),
    "query_get": Case((get(query="ASK {}", **{"default-graph-uri": DATA0}),)),
    "query_content_type_select": Case(
        (post("SELECT (1 AS ?value) {}", QUERY, *default(DATA0), media=TABULAR),)
    ),
    "query_content_type_ask": Case(
        (post("ASK {}", QUERY, *default(DATA0), media=BOOLEAN),)
    ),
    "query_content_type_describe": Case(
        (post("DESCRIBE <http://example.org/>", QUERY, *default(DATA0), media=RDF),)
    ),
    "query_content_type_construct": Case(
        (post("CONSTRUCT { <s> <p> 1 } WHERE {}", QUERY, *default(DATA0), media=RDF),)
    ),
    "update_dataset_default_graph": Case(
        (
            post(
                updated("dataset", "CLEAR", documents(DATA1), PLAIN),
                UPDATE,
                ("using-graph-uri", DATA1),
            ),
            ask(found("dataset", resources(DATA1))),
        )
    ),
    "update_dataset_default_graphs": Case(
        (
            post(
                updated("dataset-graphs", "DROP", THREE, PLAIN),
                UPDATE,
                ("using-graph-uri", DATA1),
                ("using-graph-uri", DATA2),
            ),
            ask(found("dataset-graphs", resources(DATA1, DATA2), resources(DATA3))),
        )
    ),
    "update_dataset_named_graphs": Case(
        (
            post(
                updated("dataset-named-graphs", "DROP", THREE, IN_NAMED),
                UPDATE,
                ("using-named-graph-uri", DATA1),
                ("using-named-graph-uri", DATA2),
            ),
            ask(
                found("dataset-named-graphs", resources(DATA1, DATA2), resources(DATA3))
            ),
        )
    ),
    "update_dataset_full": Case(
        (
            post(
                updated("dataset-full", "DROP", THREE, BOTH),
                UPDATE,
                ("using-graph-uri", DATA1),
                ("using-named-graph-uri", DATA2),
            ),
            ask(
                found(
                    "dataset-full",
                    f'<{DATA1}> <{IN}> "default" . <{DATA2}> <{IN}> <{DATA2}>',
                    f"<{DATA3}> ?p ?o",
                )
            ),
        )
    ),
    "update_post_form": Case((post("update=CLEAR+ALL", FORM),)),
    "update_post_direct": Case((post("CLEAR ALL", UPDATE),)),
    "update_base_uri": Case(
        (
            post(
                f"CLEAR GRAPH <{BASE}> ; INSERT DATA {{ GRAPH <{BASE}> {{"
                " <http://example.org/s> <http://example.org/p> <test> } }",
                UPDATE,
            ),
            post(
                f"SELECT ?o {{ GRAPH <{BASE}> {{"
                " <http://example.org/s> <http://example.org/p> ?o } }",
                QUERY,
                media=TABULAR,
                check=lambda text: '"uri"' in text and '"test"' not in text,
            ),
        )
    ),
    "query_post_direct": Case((ask("ASK {}"),)),
    "bad_query_method": Case(
        (
            Request(
                "PUT",
                (("query", "ASK {}"), *default(DATA0)),
                content_type=FORM,
                bad=True,
            ),
        )
    ),
    "bad_multiple_queries": Case(
        (Request("GET", (("query", "ASK {}"), ("query", "SELECT * {}")), bad=True),)
    ),
    "bad_query_wrong_media_type": Case((bad(post("ASK {}", "text/plain")),)),
    "bad_query_missing_form_type": Case(
        (Request(body=b"query=ASK%20%7B%7D", bad=True),)
    ),
    "bad_query_missing_direct_type": Case((Request(body=b"ASK {}", bad=True),)),
    "bad_query_non_utf8": Case(
        (
            Request(
                body="ASK {}".encode("utf-16"),
                content_type=f"{QUERY}; charset=UTF-16",
                bad=True,
            ),
        )
    ),
    "bad_query_syntax": Case((Request("GET", (("query", "ASK {"),), bad=True),)),
    "bad_update_get": Case((Request("GET", (("update", "CLEAR ALL"),), bad=True),)),
    "bad_multiple_updates": Case(
        (bad(post("update=CLEAR%20NAMED&update=CLEAR%20DEFAULT", FORM)),)
    ),
    "bad_update_wrong_media_type": Case((bad(post("CLEAR NAMED", "text/plain")),)),
    "bad_update_missing_form_type": Case(
        (Request(body=b"update=CLEAR%20NAMED", bad=True),)
    ),
    "bad_update_non_utf8": Case(
        (
            Request(
                body="CLEAR NAMED".encode("utf-16"),
                content_type=f"{UPDATE}; charset=UTF-16",
                bad=True,
            ),
        )
    ),
    "bad_update_syntax": Case((bad(post("update=CLEAR%20XYZ", FORM)),)),
    "bad_update_dataset_conflict": Case(
        (
            bad(
                post(
                    "PREFIX foaf: <http://xmlns.com/foaf/0.1/>"
                    " WITH <http://example/addresses>"
                    " DELETE { ?person foaf:givenName 'Bill' }"
                    " INSERT { ?person foaf:givenName 'William' }"
                    " WHERE { ?person foaf:givenName 'Bill' }",
                    UPDATE,
                    ("using-named-graph-uri", "http://example/people"),
                )
            ),
        )
    ),
}
