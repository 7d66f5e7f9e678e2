"""Answers that are given again: the same bytes, to whom may read, and never old."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.app import create_app
from api.middleware.keeping import BESIDE, LARGEST, Answer, Answers
from api.settings import Settings
from graph.store import Store
from tests.api.conftest import fill, harbour

READS = (
    *("/", "/search?q=delay", "/agents/harbour-union", "/topics/bridge", "/graph"),
    *("/api/claims?limit=2", "/api/stats", "/api/agents", "/feeds/claims.atom"),
    *("/api/openapi.json", "/api/docs", "/compare?first=Li&second=Ana+Brandt"),
)
"""What is decided by what is stored."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as store:
        fill(store)
        yield store


@pytest.mark.parametrize("address", READS)
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_the_same_again(client: TestClient, address: str, coding: str) -> None:
    accept = {"accept-encoding": coding}
    first, again = (client.get(address, headers=accept) for _ in range(2))
    ours = {"x-request-id", "date"}
    for name in {*first.headers, *again.headers} - ours:
        assert first.headers.get(name) == again.headers.get(name), name
    assert (again.status_code, again.content) == (200, first.content)
    assert {"accept", "accept-encoding"} <= {
        each.strip().lower() for each in again.headers["vary"].split(",")
    }
    known = {**accept, "if-none-match": again.headers["etag"]}
    for method in ("GET", "HEAD"):
        answer = client.request(method, address, headers=known)
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["etag"] == first.headers["etag"]


def test_each_address_has_its_own_tag(client: TestClient) -> None:
    tags = {client.get(address).headers["etag"] for address in READS}
    assert len(tags) == len(READS)


@pytest.mark.parametrize("address", ["/api/claims", "/search", "/feeds/claims.atom"])
def test_no_answer_is_older_than_the_store(store: Store, address: str) -> None:
    article, _ = harbour()
    with TestClient(create_app(store, Settings())) as client:
        before = client.get(address)
        assert client.get(address).content == before.content
        store.remove(article.id)
        after = client.get(address)
        assert after.headers["etag"] != before.headers["etag"]
        assert "guarantees" in before.text
        assert "guarantees" not in after.text


def test_a_key_is_asked_for_each_time(store: Store) -> None:
    assert store.path
    keys = Keys(store.path)
    key = {"authorization": f"Bearer {keys.add('desk', Role.READ)}"}
    with TestClient(create_app(store, Settings(read_by_key=True))) as client:
        assert client.get("/api/stats", headers=key).status_code == 200
        assert client.get("/api/stats").status_code == 401
        assert client.get("/api/stats", headers=key).status_code == 200
        keys.revoke("desk")
        assert client.get("/api/stats", headers=key).status_code == 401


def answer(size: int) -> Answer:
    return Answer("tag", None, {"type": "http.response.start"}, b"1" * size)


def test_so_many_bytes_are_kept() -> None:
    answers = Answers(most=3 * (BESIDE + 101))
    for name in "abc":
        answers.put((name,), answer(100))
    assert answers.get(("a",))
    answers.put(("d",), answer(100))
    assert [bool(answers.get((name,))) for name in "abcd"] == [True, False, True, True]
    answers.put(("a",), answer(LARGEST + 1))
    assert answers.get(("a",)) is None
