"""Mutated queries: no crash, no hang, nothing from elsewhere, no file read."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from api.sparql.pool import Limits
from graph.store import Store
from tests.api.conftest import fill

SECRET = "the canary's own words"

PIECES = [
    "SELECT * ", "ASK ", "CONSTRUCT ", "DESCRIBE ?s ", "WHERE ", "{ ", "} ", "( ",
    ") ", "?s ", "?p ", "?o ", ". ", "GRAPH ?g ", "SERVICE <{port}> ", "SERVICE ?s ",
    "SILENT ", "FROM <{port}> ", "FROM NAMED <{file}> ", "LOAD <{file}> ", "OPTIONAL ",
    "FILTER EXISTS ", "MINUS ", "UNION ", "BIND(<{port}> AS ?s) ", "VALUES ?s ",
    "<{file}> ", "BASE <{port}> ", "PREFIX s: <{port}> ", "s:a ", "# ", "\n", '"', "'",
    "\\u0053ERVICE ", "\x00", "\ufeff", "ORDER BY ?s ", "LIMIT 3 ", "a or:Claim ", "/",
    "*", "+", "^", "!", "_:b ", "[] ", "<< ", ">> ", "1e999 ", "STR(?s) ", "😀",
]  # fmt: skip


@pytest.fixture(scope="module")
def canary() -> Iterator[socket.socket]:
    """A port that must never hear anything."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with Store.open(tmp_path_factory.mktemp("fuzz") / "data") as store:
        fill(store)
        limits = Limits(seconds=0.5, slow=2)
        with TestClient(create_app(store, Settings(), limits=limits)) as client:
            yield client


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("canary") / "canary.ttl"
    path.write_text(f'<http://a/> <http://a/> "{SECRET}" .')
    return path


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=25))
def test_mutated_queries(
    client: TestClient, canary: socket.socket, file: Path, pieces: list[str]
) -> None:
    port = f"http://127.0.0.1:{canary.getsockname()[1]}/"
    query = "".join(pieces).replace("{port}", port).replace("{file}", file.as_uri())
    answer = client.post("/sparql", data={"query": f"SELECT * {{ {query} }}"})
    assert answer.status_code in (200, 400, 504, 507)
    assert SECRET not in answer.text
    with pytest.raises(BlockingIOError):
        canary.accept()


def test_words_that_are_not_unicode(client: TestClient) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    for body in (b"query=%FF", b"query=ASK+%7B%7D&\xff", b"query", b"=&=", b"&&"):
        assert client.post("/sparql", content=body, headers=form).status_code == 400
    query = {"query": "ASK {} # \ud800".encode("utf-8", "surrogatepass")}
    assert client.post("/sparql", data=query).status_code == 400
