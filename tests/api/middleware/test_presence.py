"""`If-None-Match: *`: nothing again, of whatever there is."""

import pytest
from fastapi.testclient import TestClient

from tests.api.middleware.test_keeping import READS

ANY = {"if-none-match": "*"}


@pytest.mark.parametrize("address", [*READS, "/dataset", "/agent/li.ttl"])
def test_what_there_is_is_not_sent_again(client: TestClient, address: str) -> None:
    whole = client.get(address)
    assert whole.status_code == 200
    for method in ("GET", "HEAD"):
        answer = client.request(method, address, headers=ANY)
        assert (answer.status_code, answer.content) == (304, b"")
        for name in ("etag", "vary", "cache-control"):
            assert answer.headers.get(name) == whole.headers.get(name), name
        assert "content-type" not in answer.headers
    assert client.get(address).content == whole.content


def test_what_there_is_not_is_said_as_ever(client: TestClient) -> None:
    assert client.get("/api/claims/none", headers=ANY).status_code == 404
    assert client.get("/api/claims?limit=0", headers=ANY).status_code == 422
    assert client.post("/api/claims", headers=ANY).status_code == 405


def test_what_holds_for_its_moment_is_sent(client: TestClient) -> None:
    answer = client.get("/sparql?query=ASK{}", headers=ANY)
    assert (answer.status_code, bool(answer.content)) == (200, True)
