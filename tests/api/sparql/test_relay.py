"""The endpoint in front of a server: what it passes on, and what it does not."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.app import create_app
from api.operating.following import followed
from api.settings import Settings
from graph.storage.remote.address import address
from graph.store import Store
from tests.api.conftest import fill
from tests.graph.servers import Server, oxigraph

CLAIMS = "SELECT ?claim { ?claim a or:Claim } ORDER BY ?claim"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with oxigraph(tmp_path_factory.mktemp("server")) as server:
        with Store.open(None, server=server.address) as store:
            fill(store)
        yield server


@pytest.fixture
def client(server: Server, tmp_path: Path) -> Iterator[TestClient]:
    with (
        Store.open(tmp_path / "data", server=server.address) as store,
        TestClient(create_app(store, Settings())) as client,
    ):
        key = Keys(tmp_path / "data").add("w", Role.WRITE)
        client.headers["authorization"] = f"Bearer {key}"
        yield client


def test_queries_are_answered_in_the_format_wanted(client: TestClient) -> None:
    for accept in ("application/sparql-results+json", "text/csv"):
        headers = {"accept": accept}
        found = client.post("/sparql", data={"query": CLAIMS}, headers=headers)
        assert found.headers["content-type"].startswith(accept)
        assert found.text.count("/claim/") == 6
    made = client.get(
        "/sparql",
        params={"query": "CONSTRUCT { ?c a or:Claim } WHERE { ?c a or:Claim }"},
        headers={"accept": "text/turtle"},
    )
    assert made.headers["content-type"].startswith("text/turtle")
    assert "or:Claim" in made.text
    one = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "http://nothing.example/"}
    assert client.get("/sparql", params=one).json()["boolean"] is False


@pytest.mark.parametrize(
    "query",
    ["SELECT * { ?s", "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }"],
)
def test_what_must_not_be_asked_is_not_passed_on(
    client: TestClient, query: str
) -> None:
    assert client.post("/sparql", data={"query": query}).status_code == 400


def test_a_query_has_its_time(client: TestClient) -> None:
    cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    asked = {"query": cross, "timeout": "0.5"}
    assert client.get("/sparql", params=asked).status_code == 504


def test_updates_stay_under_the_base(client: TestClient) -> None:
    text = "INSERT DATA {{ GRAPH <{}> {{ <http://a/> <http://b/> 1 }} }}"
    for graph, status in (
        ("https://onrecord.example/note/1", 204),
        ("https://onrecord.example/article/1", 409),
        ("http://elsewhere.example/", 409),
    ):
        answer = client.post("/sparql", data={"update": text.format(graph)})
        assert answer.status_code == status, answer.text
    assert client.post("/sparql", data={"update": "DROP ALL"}).status_code == 409


def test_a_served_store_follows_what_others_write(
    server: Server, tmp_path: Path
) -> None:
    base = "https://onrecord.example/followed/"
    place = address(server.given, {})
    with (
        Store.open(tmp_path / "one", base=base, server=place) as one,
        Store.open(tmp_path / "two", base=base, server=place, read_only=True) as two,
        followed(two, seconds=0.05),
        TestClient(create_app(two, Settings(base=base))) as client,
    ):
        assert client.get("/api/claims").json()["total"] == 0
        fill(one)
        deadline = time.monotonic() + 60
        while two.read_model.revision < one.revision:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        assert client.get("/api/claims").json()["total"] == 6
        assert client.get("/readyz").json()["revision"] == one.revision
