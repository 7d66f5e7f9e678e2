"""Merging and splitting over HTTP, in the name of a key."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from tests.api.conftest import filled


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with filled(tmp_path / "data") as client:
        yield client


def test_names_are_merged_and_split_again(client: TestClient, tmp_path: Path) -> None:
    key = Keys(tmp_path / "data").add("desk", Role.WRITE)
    headers = {"authorization": f"Bearer {key}"}
    wanted = {"other": "Li", "note": "the union's head"}
    address = "/api/agents/harbour-union"
    merged = client.post(f"{address}/merges", json=wanted, headers=headers)
    assert merged.status_code == 201, merged.text
    assert merged.json() == {"id": "harbour-union", "name": "Harbour Union"}
    found = client.get(address).json()
    assert found["claims"] == 3
    assert found["identifications"][0]["by"] == "desk"
    assert client.get("/api/agents/li").json()["id"] == "harbour-union"
    left = client.post(f"{address}/splits", json=wanted, headers=headers)
    assert left.json()["id"] == "li"
    assert client.get("/api/agents/li").json()["claims"] == 1
    noted = (tmp_path / "data" / "audit.jsonl").read_text().splitlines()
    assert [json.loads(line)["key"] for line in noted] == ["desk", "desk"]


def test_topics_are_merged_too(client: TestClient, tmp_path: Path) -> None:
    key = Keys(tmp_path / "data").add("desk", Role.WRITE)
    headers = {"authorization": f"Bearer {key}"}
    address = "/api/topics/delay/merges"
    assert client.post(address, json={"other": "toll"}, headers=headers).is_success
    assert client.get("/api/claims?topic=delay").json()["total"] == 3


@pytest.mark.parametrize(
    ("role", "address", "body", "status"),
    [
        (None, "agents/li", {"other": "x"}, 401),
        (Role.READ, "agents/li", {"other": "x"}, 403),
        (Role.WRITE, "agents/nobody", {"other": "Li"}, 404),
        (Role.WRITE, "agents/li", {"other": "nobody"}, 404),
        (Role.WRITE, "agents/li", {"other": "Li"}, 422),
        (Role.WRITE, "agents/li", {"other": "Li", "by": "the chief"}, 422),
        (Role.WRITE, "outlets/li", {"other": "Li"}, 422),
    ],
)
def test_problems(
    client: TestClient,
    tmp_path: Path,
    role: Role | None,
    address: str,
    body: dict[str, str],
    status: int,
) -> None:
    headers = {}
    if role:
        secret = Keys(tmp_path / "data").add("desk", role)
        headers = {"authorization": f"Bearer {secret}"}
    answer = client.post(f"/api/{address}/merges", json=body, headers=headers)
    assert answer.status_code == status, answer.text
