"""OWASP API1, API3 and API5:2023: what a key may touch, on every route that writes."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from ontology.claim import Claim
from tests.api.conftest import filled, harbour
from tests.api.operations import Operation, writes

UPDATE = {"content-type": "application/sparql-update"}

_, CLAIMS = harbour()


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("owasp") / "data"


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    with filled(data) as client:
        yield client


def status(client: TestClient, operation: Operation, key: str) -> int:
    headers = {"authorization": f"Bearer {key}"} if key else {}
    address = operation.address()
    if operation.path == "/sparql":
        update = "INSERT DATA { <http://a/> <http://a/> 1 }"
        headers |= UPDATE
        return client.post(address, content=update, headers=headers).status_code
    sent = client.request(operation.method, address, json={}, headers=headers)
    return sent.status_code


def test_api5_broken_function_level_authorization(
    client: TestClient, data: Path
) -> None:
    """Nothing is written without a key that may write, whatever the route."""
    keys = Keys(data)
    reader, gone = keys.add("reader", Role.READ), keys.add("gone", Role.ADMIN)
    keys.revoke("gone")
    routes = writes(client)
    assert {"/sparql", "/api/claims/{id}/reviews"} <= {each.path for each in routes}
    before = client.get("/readyz").json()["revision"]
    for operation in routes:
        refused = [
            status(client, operation, key) for key in ("", "wrong", gone, reader)
        ]
        assert refused == [401, 401, 401, 403], operation.path
    assert client.get("/readyz").json()["revision"] == before


def test_api1_broken_object_level_authorization(client: TestClient, data: Path) -> None:
    """A review is in the name of its own key, and judges the claim of its address."""
    key = Keys(data).add("desk", Role.WRITE)
    headers = {"authorization": f"Bearer {key}"}
    address = f"/api/claims/{CLAIMS[3].id}/reviews"
    judged = client.post(address, json={"status": "confirmed"}, headers=headers)
    assert judged.json()["by"] == "desk"
    assert judged.json()["reviewed"]["id"] == CLAIMS[3].id
    other = client.get("/api/reviews", params={"claim": CLAIMS[0].id})
    assert other.json() == []
    noted = json.loads((data / "audit.jsonl").read_text().splitlines()[-1])
    assert (noted["key"], noted["done"]) == ("desk", f"confirmed claim {CLAIMS[3].id}")
    assert noted["request"] == judged.headers["x-request-id"]


def test_api3_broken_object_property_level_authorization(
    client: TestClient, data: Path
) -> None:
    """A review sets what a review may set, and no answer shows how keys are kept."""
    headers = {"authorization": f"Bearer {Keys(data).add('editor', Role.WRITE)}"}
    address = f"/api/claims/{CLAIMS[1].id}/reviews"
    for body in (
        {"status": "confirmed", "by": "the chief"},
        {"status": "confirmed", "at": "2020-01-01"},
        {"status": "corrected", "set": ["id=other"]},
        {"status": "corrected", "set": ["confidence=1"]},
        {"status": "corrected", "set": ["article=other"]},
    ):
        answer = client.post(address, json=body, headers=headers)
        assert answer.status_code == 422, body
    same = client.get(f"/api/claims/{CLAIMS[1].id}").json()
    assert Claim.model_validate(same) == CLAIMS[1]
