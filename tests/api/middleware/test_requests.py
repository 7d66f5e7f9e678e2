"""Each request under an id, in the log too; a bug tells nothing of itself."""

import json
import logging
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.app import create_app
from api.middleware.requests import REQUEST_ID
from api.middleware.security import HEADERS
from api.operating.logs import Lines
from api.problems.documents import MEDIA_TYPE
from api.settings import Settings
from graph.store import Store
from tests.api.conftest import fill

SECRET = "what the article says"


@pytest.fixture(scope="module")
def app() -> Iterator[FastAPI]:
    with Store.open(None) as store:
        fill(store)
        app = create_app(store, Settings(hosts=("localhost", "[::1]")))

        def bug() -> None:
            raise ValueError(SECRET)

        app.add_api_route("/api/bug/here", bug)
        app.router.routes.insert(0, app.router.routes.pop())
        yield app


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://localhost/") as client:
        yield client


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    found = [each for each in caplog.records if each.name == "onrecord.requests"]
    return [json.loads(Lines().format(each)) for each in found]


def test_a_line_says_what_was_done_and_not_what_about(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "onrecord"):
        answer = client.get(
            "/api/claims?text=secret+words", headers={REQUEST_ID: "a.1"}
        )
    (line,) = lines(caplog)
    assert answer.headers[REQUEST_ID] == line["request"] == "a.1"
    assert (line["method"], line["route"]) == ("GET", "/api/claims")
    assert (line["status"], line["level"], line["event"]) == (200, "info", "answered")
    assert "secret" not in json.dumps(line)


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, 'a"b', "ä"])
def test_ids_that_a_log_cannot_hold_are_replaced(
    client: TestClient, given: str
) -> None:
    answer = client.get("/livez", headers={REQUEST_ID.encode(): given.encode()})
    assert len(answer.headers[REQUEST_ID]) == 32


def test_security_misconfiguration(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """OWASP API8:2023: a bug is answered, with every header, and tells nothing."""
    answer = client.get("/api/bug/here")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert set(HEADERS) <= set(answer.headers)
    assert SECRET not in answer.text
    failed = lines(caplog)[0]
    assert failed["level"] == "error"
    assert failed["request"] == answer.headers[REQUEST_ID]
    assert SECRET not in json.dumps(failed)
    assert "ValueError" in json.dumps(failed)


@pytest.mark.parametrize(
    "address", ["/", "/livez", "/api/claims", "/api/none", "/none", "/static/none"]
)
def test_every_answer_has_the_headers(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert set(HEADERS) <= set(answer.headers)
    assert answer.headers[REQUEST_ID]


@pytest.mark.parametrize(
    ("host", "status"),
    [("localhost", 200), ("localhost:8000", 200), ("[::1]:8000", 200),
     ("evil.example", 400), ("localhost.evil.example", 400), ("", 400)],
)  # fmt: skip
def test_hosts(client: TestClient, host: str, status: int) -> None:
    answer = client.get("/livez", headers={"host": host})
    assert answer.status_code == status
    assert set(HEADERS) <= set(answer.headers)
    if status == 400:
        assert answer.headers["content-type"] == MEDIA_TYPE
        assert answer.json()["detail"] == "Invalid host header"


@pytest.mark.parametrize("address", ["/", "/api/claims", "/api/none", "/agent/li"])
def test_head_is_get_without_what_is_below(client: TestClient, address: str) -> None:
    accept = {"accept": "text/turtle, text/html;q=0.5, */*;q=0.1"}
    whole = client.get(address, headers=accept)
    head = client.head(address, headers=accept)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    for name in ("content-type", "content-length", "etag", "vary"):
        assert head.headers.get(name) == whole.headers.get(name), name


def test_head_and_304_are_counted_by_their_route(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "onrecord.requests")
    tag = client.head("/api/claims?limit=1").headers["etag"]
    again = client.get("/api/claims?limit=1", headers={"if-none-match": tag})
    assert again.status_code == 304
    assert [each["route"] for each in lines(caplog)] == ["/api/claims"] * 2


@pytest.mark.parametrize("header", ["authorization", "if-none-match", REQUEST_ID])
def test_scripts_of_other_sites_may_read(client: TestClient, header: str) -> None:
    origin = {"origin": "https://tools.example"}
    asked = {
        "access-control-request-method": "GET",
        "access-control-request-headers": header,
    }
    answer = client.options("/api/claims", headers=origin | asked)
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    told = client.get("/api/claims", headers=origin).headers
    assert told["access-control-allow-origin"] == "*"
    assert "Link" in told["access-control-expose-headers"]


def test_scripts_of_other_sites_may_not_write(client: TestClient) -> None:
    asked = {
        "origin": "https://tools.example",
        "access-control-request-method": "POST",
    }
    answer = client.options("/api/articles", headers=asked)
    assert answer.headers["content-type"] == MEDIA_TYPE
    assert answer.json() == {
        "type": "about:blank",
        "title": "Bad Request",
        "status": 400,
        "detail": "Disallowed CORS method",
        "errors": [],
    }
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "Origin" in answer.headers["vary"]


def test_what_an_address_does_not_take_is_told_what_it_takes(
    client: TestClient,
) -> None:
    answer = client.options("/api/articles")
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD, POST"
    assert client.post("/search").headers["allow"] == "GET"
