"""One page in several forms: triples are looked up for who asks for them."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.responses import Response

from api.pages.forms import answer

TRIPLE = ox.Triple(*(ox.NamedNode(f"https://a.example/{name}") for name in "abc"))


class Asked(Exception):
    """Triples were looked up that nobody asked for."""


def never() -> Iterator[ox.Triple]:
    raise Asked
    yield


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()

    @app.get("/rdf")
    def rdf(request: Request) -> Response:
        return answer(request, "none.html", "ttl", page=1, triples=[TRIPLE])

    @app.get("/json")
    def json(request: Request) -> Response:
        return answer(request, "none.html", "json", page=1, triples=never())

    return TestClient(app)


def test_who_wants_triples_gets_them(client: TestClient) -> None:
    assert "https://a.example/b" in client.get("/rdf").text


def test_no_triples_are_looked_up_for_who_wants_the_page(client: TestClient) -> None:
    assert client.get("/json").text == "1"
