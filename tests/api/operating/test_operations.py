"""What those who run the server ask it."""

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.operating import preparation
from api.operating.preparation import NotYet, PathsState, Preparation
from api.settings import Settings
from graph.store import Store
from tests.api.conftest import fill


def test_alive_and_ready(client: TestClient) -> None:
    assert client.get("/livez").json() == {"alive": True}
    ready = client.get("/readyz").json()
    assert (ready["revision"], ready["writable"]) == (3, True)
    assert client.get("/api/paths?start=Li&end=bridge").status_code == 200
    assert client.get("/readyz").json()["paths"] == "ready"


def test_metrics(client: TestClient) -> None:
    client.get("/api/claims/none")
    answer = client.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=1.0.0")
    lines = answer.text.splitlines()
    assert "onrecord_articles 3.0" in lines
    assert "onrecord_claims 6.0" in lines
    counted = [line for line in lines if "onrecord_request_seconds_count" in line]
    assert any(
        'method="GET",route="/api/claims/{id}",status="404"' in line for line in counted
    )
    assert "none" not in "".join(counted)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "data") as store:
        fill(store)
        yield store


def test_questions_are_answered_while_the_graph_of_paths_is_made(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a million claims, of which it takes a while: here until it is let."""
    let = threading.Event()

    def slow(model: object) -> None:
        let.wait(30)

    monkeypatch.setattr(preparation, "projection", slow)
    monkeypatch.setattr(preparation, "PATIENCE", 0.1)
    try:
        with TestClient(create_app(store, Settings())) as client:
            assert client.get("/readyz").json()["paths"] == "building"
            assert client.get("/api/claims").json()["total"] == 6
            early = client.get("/api/paths?start=Li&end=bridge")
            assert (early.status_code, early.headers["retry-after"]) == (503, "2")
            let.set()
            while client.get("/readyz").json()["paths"] != "ready":
                pass
            assert client.get("/api/paths?start=Li&end=bridge").status_code == 200
    finally:
        let.set()


def test_a_stop_does_not_wait_for_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def endless(model: object) -> None:
        with store.read_model.reading() as db:
            begun.set()
            rows = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            db.execute(f"{rows} SELECT count(*) FROM n").fetchone()

    monkeypatch.setattr(preparation, "projection", endless)
    made = Preparation(store)
    made.start()
    begun.wait()
    made.stop()
    assert made.state is PathsState.IDLE
    made.wait()


def test_what_failed_is_tried_again_when_it_is_needed(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(model: object) -> None:
        raise sqlite3.OperationalError

    with monkeypatch.context() as patched:
        patched.setattr(preparation, "projection", failing)
        with TestClient(create_app(store, Settings())) as client:
            while client.get("/readyz").json()["paths"] != "idle":
                pass
            assert client.get("/api/paths?start=Li&end=bridge").status_code == 200


def test_who_waits_is_told_to_come_again(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preparation, "PATIENCE", 0.01)
    made = Preparation(store)
    made.state = PathsState.BUILDING
    with pytest.raises(NotYet, match="try again"):
        made.wait()
