"""One page in several forms: only what is asked for is made."""

from collections.abc import Iterable

import pyoxigraph as ox
import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.responses import Response

from api.pages.forms import answer

TRIPLE = ox.Triple(*(ox.NamedNode(f"https://a.example/{name}") for name in "abc"))


class Made(Exception):
    """Something was made that nobody asked for."""


def page() -> object:
    raise Made


def triples() -> Iterable[ox.Triple]:
    raise Made


@pytest.fixture
def client() -> TestClient:
    app = FastAPI()

    @app.get("/rdf")
    def rdf(request: Request) -> Response:
        return answer(request, "none.html", "ttl", page=page, triples=lambda: [TRIPLE])

    @app.get("/json")
    def json(request: Request) -> Response:
        return answer(request, "none.html", "json", page=lambda: 1, triples=triples)

    return TestClient(app)


def test_no_page_is_made_for_who_wants_triples(client: TestClient) -> None:
    assert "https://a.example/b" in client.get("/rdf").text


def test_no_triples_are_made_for_who_wants_the_page(client: TestClient) -> None:
    assert client.get("/json").text == "1"
