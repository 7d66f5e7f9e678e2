"""The endpoint: formats, limits, and what may not be asked."""

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.app import create_app
from api.settings import Settings
from api.sparql.pool import Limits
from graph.store import Store
from tests.api.conftest import fill

CLAIMS = "SELECT ?claim { ?claim a or:Claim } ORDER BY ?claim"
GRAPH = "http://notes.example/1"
FROM = "SELECT ?c FROM <GRAPH_IRI> { ?c a or:Claim }"
FROM_NAMED = "SELECT ?c FROM NAMED <GRAPH_IRI> { GRAPH ?g { ?c a or:Claim } }"
UPDATE = {"content-type": "application/sparql-update"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A client of a server that may be written to, with keys of each role."""
    data = tmp_path_factory.mktemp("endpoint") / "data"
    with Store.open(data) as store:
        fill(store)
        app = create_app(store, Settings(), limits=Limits(seconds=60, slow=2))
        with TestClient(app) as client:
            client.headers["authorization"] = (
                f"Bearer {Keys(data).add('w', Role.WRITE)}"
            )
            yield client


@pytest.mark.parametrize(
    ("accept", "media"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.9, text/html", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
    ],
)
def test_solutions_in_each_format(written: TestClient, accept: str, media: str) -> None:
    answer = written.get(
        "/sparql", params={"query": CLAIMS}, headers={"accept": accept}
    )
    assert answer.headers["content-type"].partition(";")[0] == media
    assert answer.headers["vary"].startswith("Accept")
    assert answer.text.count("/claim/") == 6


@pytest.mark.parametrize(
    ("accept", "syntax"),
    [
        ("text/turtle", ox.RdfFormat.TURTLE),
        ("application/n-triples", ox.RdfFormat.N_TRIPLES),
        ("application/ld+json", ox.RdfFormat.JSON_LD),
        ("application/rdf+xml", ox.RdfFormat.RDF_XML),
    ],
)
def test_graphs_in_each_format(
    written: TestClient, accept: str, syntax: ox.RdfFormat
) -> None:
    query = "CONSTRUCT { ?claim a or:Claim } WHERE { ?claim a or:Claim }"
    answer = written.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert len(list(ox.parse(answer.content, format=syntax))) == 6


def test_nothing_acceptable(written: TestClient) -> None:
    for query, accept in (("ASK {}", "text/csv"), (CLAIMS, "text/turtle")):
        answer = written.get(
            "/sparql", params={"query": query}, headers={"accept": accept}
        )
        assert answer.status_code == 406
        assert "application/sparql-results+json" in answer.json()["detail"]


def test_without_a_query_the_service_describes_itself(written: TestClient) -> None:
    triples = list(ox.parse(written.get("/sparql").content, format=ox.RdfFormat.TURTLE))
    values = {str(triple.object) for triple in triples}
    assert any(value.endswith("SPARQL11Update>") for value in values)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "ASK { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT ?s { { SERVICE ?x { ?s ?p ?o } } } } }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX x: <http://127.0.0.1:> ASK FROM x:9 { ?s ?p ?o }",
        "ASK {",
        "SELECT * { ?s ?p " + "(" * 2000,
    ],
)
def test_what_reaches_out_is_refused(written: TestClient, query: str) -> None:
    answer = written.post("/sparql", data={"query": query})
    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("query: ")


def test_words_in_strings_and_names_are_no_clauses(written: TestClient) -> None:
    query = """# from a service, loaded
        ASK { BIND("SERVICE <http://x/> {}" AS ?from) FILTER(?from != "load") }"""
    assert written.post("/sparql", data={"query": query}).json()["boolean"] is True


@pytest.mark.parametrize("asked", [FROM, FROM_NAMED])
def test_from_a_graph_of_the_store_sees_that_graph_alone(
    written: TestClient, asked: str
) -> None:
    graphs = written.post(
        "/sparql", data={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?c a or:Claim } }"}
    ).json()["results"]["bindings"]
    counts = []
    for graph in graphs:
        query = asked.replace("GRAPH_IRI", graph["g"]["value"])
        found = written.post("/sparql", data={"query": query}).json()
        counts.append(len(found["results"]["bindings"]))
    assert sorted(counts) == [1, 1, 4]


def test_an_update_is_seen_at_once_and_stays_beside_the_record(
    written: TestClient,
) -> None:
    insert = f'INSERT DATA {{ GRAPH <{GRAPH}> {{ <{GRAPH}> rdfs:comment "noted" }} }}'
    assert written.post("/sparql", content=insert, headers=UPDATE).status_code == 204
    ask = f'ASK {{ <{GRAPH}> rdfs:comment "noted" }}'
    assert written.get("/sparql", params={"query": ask}).json()["boolean"] is True
    assert written.get("/api/claims").json()["total"] == 6


@pytest.mark.parametrize(
    ("update", "status"),
    [
        ("CLEAR ALL", 409),
        ("DROP NAMED", 409),
        ("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", 409),
        ("WITH <https://onrecord.example/graph/store> INSERT {<x:> a 1} WHERE {}", 409),
        ("PREFIX a: <https://onrecord.example/article/> CLEAR GRAPH a:1", 409),
        ("BASE <https://onrecord.example/> MOVE <article/1> TO <http://x/>", 409),
        ("CLEAR GRAPH <https://w3id.org/onrecord/ontology>", 409),
        ("LOAD <http://127.0.0.1:9/>", 400),
        ("INSERT {<http://a/> a 1} WHERE {SERVICE <http://127.0.0.1:9/> {}}", 400),
        ("CREATE GRAPH <https://w3id.org/onrecord/ontology>", 409),
    ],
)  # fmt: skip
def test_updates_that_may_not_be(written: TestClient, update: str, status: int) -> None:
    answer = written.post("/sparql", content=update, headers=UPDATE)
    assert (answer.status_code, answer.json()["status"]) == (status, status)
    assert written.get("/api/claims").json()["total"] == 6


def test_broken_access_control_of_updates(
    written: TestClient, client: TestClient
) -> None:
    """OWASP API5:2023: a write needs a key that may write."""
    store = written.app.state.store  # type: ignore[attr-defined]
    keys = Keys(store.path)
    reader, gone = keys.add("r", Role.READ), keys.add("gone", Role.WRITE)
    keys.revoke("gone")
    update = "INSERT DATA { <http://a/> <http://a/> 1 }"
    for key, status in (("", 401), ("wrong", 401), (gone, 401), (reader, 403)):
        headers = {**UPDATE, "authorization": f"Bearer {key}"}
        answer = written.post("/sparql", content=update, headers=headers)
        assert answer.status_code == status
        assert not key or key not in answer.text
    assert client.post("/sparql", content=update, headers=UPDATE).status_code == 401


def test_writes_are_noted_with_the_name_of_the_key_alone(written: TestClient) -> None:
    update = f"INSERT DATA {{ GRAPH <{GRAPH}> {{ <http://a/> <http://a/> 1 }} }}"
    assert written.post("/sparql", content=update, headers=UPDATE).status_code == 204
    data: Path = written.app.state.store.path  # type: ignore[attr-defined]
    last = json.loads((data / "audit.jsonl").read_text().splitlines()[-1])
    done = f"SPARQL update of DEFAULT, {GRAPH}"
    assert (last["key"], last["done"]) == ("w", done)
    secret = written.headers["authorization"].partition(" ")[2]
    assert secret not in (data / "audit.jsonl").read_text()
    assert secret not in (data / "keys.json").read_text()
    assert (data / "keys.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_long_results_end_with_a_whole_row(written: TestClient, form: str) -> None:
    endpoint = written.app.state.endpoint  # type: ignore[attr-defined]
    was, endpoint.limits = endpoint.limits, Limits(result=4000)
    query = (
        "SELECT ?a ('\\n\"},{\"\\r\\n' AS ?odd) { VALUES ?a { 0 1 2 3 4 5 6 7 8 9 }"
        " VALUES ?b { 0 1 2 3 4 5 6 7 8 9 } VALUES ?c { 0 1 2 3 4 5 6 7 8 9 } }"
    )
    media = {"csv": "text/csv", "tsv": "text/tab-separated-values"}
    accept = media.get(form, f"application/sparql-results+{form}")
    try:
        answer = written.post(
            "/sparql", data={"query": query}, headers={"accept": accept}
        )
    finally:
        endpoint.limits = was
    assert answer.headers["truncated"] == "true"
    if form == "xml":
        assert len(ElementTree.fromstring(answer.text)) == 2
        return
    kind = ox.QueryResultsFormat.from_extension({"json": "srj"}.get(form, form))
    assert kind
    if form != "csv":  # Oxigraph writes CSV and does not read it
        rows = ox.parse_query_results(answer.content, format=kind)
        assert isinstance(rows, ox.QuerySolutions)
        assert 0 < len(list(rows)) < 1000
    else:
        assert answer.text.endswith('"\r\n')


def test_unrestricted_resource_consumption(written: TestClient) -> None:
    """OWASP API4:2023: bodies, times and parameters have limits."""
    large = written.post("/sparql", content=b" " * (17 << 20), headers=UPDATE)
    assert large.status_code == 413
    for odd in ("-1", "0.0001", "inf", "soon"):
        asked = {"query": "ASK {}", "timeout": odd}
        assert written.get("/sparql", params=asked).status_code == 400
    many = "&".join(f"named-graph-uri=http://a/{n}" for n in range(1001))
    assert written.get(f"/sparql?query=ASK+%7B%7D&{many}").status_code == 400
