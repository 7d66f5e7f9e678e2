"""How an article changed, and who else prints a claim: over HTTP and by command."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import Result

from api.app import create_app
from api.settings import Settings
from graph.store import Store
from tests.graph.one_page import URL, page, put

Run = Callable[..., Result]
TEXTS = ("The toll falls. Talks go on.", "Talks go on. The bridge stays shut.")


@pytest.fixture
def ids(tmp_path: Path) -> list[str]:
    """Two revisions of one article, and another outlet's copy of the second."""
    with Store.open(tmp_path / "data") as store:
        first, second = (put(store, page(text)) for text in TEXTS)
        copy = page(TEXTS[1], url="https://other.example/toll")
        put(store, copy.model_copy(update={"copy_of": second.id}))
        return [first.id, second.id, copy.id]


@pytest.fixture
def client(ids: list[str], tmp_path: Path) -> Iterator[TestClient]:
    with (
        Store.open(tmp_path / "data", read_only=True) as store,
        TestClient(create_app(store, Settings())) as client,
    ):
        yield client


def test_revisions_are_told_over_http(client: TestClient, ids: list[str]) -> None:
    first, second = client.get(f"/api/articles/{ids[0]}/revisions").json()
    assert [each["article"]["id"] for each in (first, second)] == ids[:2]
    assert len(first["changes"]["added"]) == 2
    for kind, words in (
        ("added", "The bridge stays shut"),
        ("removed", "The toll falls"),
    ):
        (found,) = second["changes"][kind]
        assert found["content"]["text"] == words
        assert client.get(f"/api/claims/{found['id']}").json() == found
    assert second["changes"]["changed"] == []
    assert client.get("/api/articles/none/revisions").status_code == 404


def test_a_claim_counts_once_and_names_its_copies(
    client: TestClient, ids: list[str]
) -> None:
    page = client.get("/api/claims").json()
    assert page["total"] == 2
    (copy,) = client.get(f"/api/claims/{page['claims'][0]['id']}/copies").json()
    assert copy["article"]["id"] == ids[2]
    (back,) = client.get(f"/api/claims/{copy['id']}/copies").json()
    assert back == page["claims"][0]
    assert client.get("/api/claims/none/copies").status_code == 404


@pytest.mark.usefixtures("ids")
def test_revisions_are_told_by_command(run: Run, tmp_path: Path) -> None:
    shown = run("revisions", URL, "--data", tmp_path / "data").stdout.splitlines()
    assert shown[0].startswith("1. The truce (no date, ")
    assert shown[1] == "2 claims"
    assert shown[3:] == [
        "1 added, 1 removed, 0 changed",
        "+ Arland demands: “The bridge stays shut”",
        "- Arland demands: “The toll falls”",
    ]
    missing = run("revisions", "nothing", "--data", tmp_path / "data")
    assert "no article has the id, URL or file 'nothing'" in missing.output
