"""Reading where it is open: without a key, with one, and with one that is wrong."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from tests.api.conftest import filled


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "data")


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    with filled(tmp_path / "data") as client:
        yield client


@pytest.mark.parametrize("address", ["/api/claims", "/sparql?query=ASK{}", "/agent/li"])
def test_a_wrong_key_is_told_where_none_is_needed(
    client: TestClient, keys: Keys, address: str
) -> None:
    secret = keys.add("desk", Role.READ)
    headers = {"authorization": f"Bearer {secret}", "accept": "application/json,*/*"}
    assert client.get(address, headers=headers).status_code in (200, 303)
    keys.revoke("desk")
    refused = client.get(address, headers=headers)
    assert refused.status_code == 401
    assert 'error="invalid_token"' in refused.headers["www-authenticate"]
    assert "revoked" in refused.text
    del headers["authorization"]
    assert client.get(address, headers=headers).status_code in (200, 303)


def test_the_problem_says_whether_a_key_is_lacking_or_wrong(
    client: TestClient, keys: Keys
) -> None:
    secret = keys.add("desk", Role.ADMIN)
    keys.revoke("desk")
    revoked = {"authorization": f"Bearer {secret}"}
    told = {}
    for headers in ({}, revoked):
        refused = client.get("/api/webhooks", headers=headers)
        assert refused.headers["content-type"] == "application/problem+json"
        told[refused.json()["detail"]] = refused.headers["www-authenticate"]
    lacking, wrong = told
    assert "is needed" in lacking
    assert "revoked" in wrong
    assert "error" not in told[lacking]


def test_a_password_for_a_proxy_on_the_way_is_passed_over(client: TestClient) -> None:
    password = base64.b64encode(b"reporter:secret").decode()
    headers = {"authorization": f"Basic {password}"}
    assert client.get("/api/claims", headers=headers).status_code == 200
