"""Made and mutated queries: no crash, no hang, nothing from elsewhere, no file read."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import Store
from tests.api.conftest import fill
from tests.fuzz.canaries import canaries
from tests.fuzz.server import seeded
from tests.fuzz.sparql import fuzz, status


def test_made_and_mutated_queries(tmp_path: Path) -> None:
    """As `make fuzz` does for ten minutes."""
    with canaries(tmp_path) as birds, seeded() as server:
        with httpx.Client(base_url=server.address, timeout=30) as client:
            assert status(client, "query", "ASK {} # 😀") == 200  # it comes as it is
        assert fuzz(server, birds, seconds=4, seed=1)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    with Store.open(None) as store:
        fill(store)
        with TestClient(create_app(store, Settings())) as client:
            yield client


def test_words_that_are_not_unicode(client: TestClient) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    surrogate = b"query=ASK+%7B%7D%23%ED%A0%80"
    for body in (b"query=%FF", b"query=ASK+%7B%7D&\xff", surrogate, b"query", b"&&"):
        assert client.post("/sparql", content=body, headers=form).status_code == 400
