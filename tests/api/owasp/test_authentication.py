"""OWASP API2:2023: who says who it is, and how."""

import base64
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.keys import Keys, Role
from api.settings import Settings
from api.sparql.pool import Limits
from tests.api.conftest import filled

PLACES = ("/", "/api/claims", "/api/exports/csv", "/sparql", "/dataset", "/metrics",
          "/agent/li")  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("owasp") / "data"


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    """A client of a server that is read by key."""
    with filled(data, Settings(read_by_key=True), Limits(seconds=60)) as client:
        yield client


def basic(password: str) -> dict[str, str]:
    packed = base64.b64encode(f"anyone:{password}".encode()).decode()
    return {"authorization": f"Basic {packed}"}


@pytest.mark.parametrize("address", PLACES)
def test_api2_broken_authentication(
    client: TestClient, data: Path, address: str
) -> None:
    key = Keys(data).add(f"reader{len(Keys(data).all())}", Role.READ)
    for headers in (
        {},
        {"authorization": ""},
        {"authorization": "Bearer"},
        {"authorization": "Bearer "},
        {"authorization": f"Bearer {key[:-1]}"},
        {"authorization": f"Token {key}"},
        {"authorization": key},
        {"authorization": "Basic !"},
        basic(key[1:]),
    ):
        answer = client.get(address, headers=headers)
        assert answer.status_code == 401, headers
        assert "Bearer" in answer.headers["www-authenticate"]
        assert key not in answer.text
    for headers in ({"authorization": f"bearer {key}"}, basic(key)):
        found = client.get(address, headers=headers, follow_redirects=False)
        assert found.status_code in (200, 303), headers


def test_a_key_in_the_address_opens_nothing(client: TestClient, data: Path) -> None:
    key = Keys(data).add("in-address", Role.READ)
    for name in ("key", "token", "access_token", "api_key", "authorization"):
        assert client.get("/api/claims", params={name: key}).status_code == 401


def test_other_sites_cannot_write_with_what_a_browser_keeps(
    client: TestClient, data: Path
) -> None:
    """Browsers add Basic credentials to forms that other sites send (CSRF)."""
    key = Keys(data).add("browser", Role.WRITE)
    update = {"update": "INSERT DATA { <http://a/> <http://a/> 1 }"}
    assert client.post("/sparql", data=update, headers=basic(key)).status_code == 401
    bearer = {"authorization": f"Bearer {key}"}
    assert client.post("/sparql", data=update, headers=bearer).status_code == 204


def test_keys_are_in_no_log(
    client: TestClient, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    key = Keys(data).add("logged", Role.WRITE)
    with caplog.at_level(logging.DEBUG):
        client.get("/api/claims", headers={"authorization": f"Bearer {key}"})
        client.get(f"/api/claims/{key}", headers=basic(key))
    kept = [json.dumps(each.__dict__, default=str) for each in caplog.records]
    ours = [line for line in kept if '"onrecord' in line]
    assert ours
    assert not any(key in line for line in ours)
    for name in ("audit.jsonl", "keys.json"):
        path = data / name
        assert not path.exists() or key not in path.read_text()
