"""OWASP API7, API8, API9 and API10:2023: what the server is, and whom it asks."""

import re
import socket
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.routing import BaseRoute

from api.settings import DEFAULT_HOST
from tests.api.operations import operations

THEMSELVES = {"/api/docs", "/api/openapi.json", "/api/jobs/{id}/events"}
"""The description is not described, nor a stream that has no end."""


@pytest.fixture(scope="module")
def canary() -> Iterator[socket.socket]:
    """A port that must never hear anything."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


def test_api7_server_side_request_forgery(
    client: TestClient, canary: socket.socket
) -> None:
    """No word of a request makes the server ask another: here every way to try."""
    port = f"http://127.0.0.1:{canary.getsockname()[1]}/"
    for query in (
        f"SELECT * {{ SERVICE <{port}> {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <{port}> {{ ?s ?p ?o }}",
        f"DESCRIBE <{port}>",
        f"ASK {{ GRAPH <{port}> {{ ?s ?p ?o }} }}",
    ):
        for fields in ({"query": query}, {"query": query, "default-graph-uri": port}):
            assert client.get("/sparql", params=fields).status_code in (200, 400, 504)
    for address in (f"/{port}", f"/article/{port}", f"/claims/{port}"):
        client.get(address, headers={"host": port[7:-1], "referer": port})
    with pytest.raises(BlockingIOError):
        canary.accept()


def test_api8_security_misconfiguration(client: TestClient) -> None:
    """By default for this machine alone, with every header, and no origin may write."""
    assert DEFAULT_HOST == "127.0.0.1"
    page = client.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert page.headers["x-content-type-options"] == "nosniff"
    assert "server" not in page.headers
    origin = {"origin": "https://evil.example"}
    read = client.get("/api/claims", headers=origin)
    assert read.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in read.headers
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        asked = {**origin, "access-control-request-method": method}
        assert client.options("/sparql", headers=asked).status_code == 400
    assert client.request("TRACE", "/api/claims").status_code == 405


def test_api9_improper_inventory_management(client: TestClient) -> None:
    """What is served is described, once; nothing is left from an older version."""
    described = {each.path for each in operations(client)}
    app = client.app
    assert isinstance(app, FastAPI)
    served = {path for route in app.routes for path in paths(route)}
    programs = {path for path in served if path.startswith("/api")}
    assert programs - described == THEMSELVES
    assert {"/api/claims", "/sparql", "/livez"} <= described <= served
    for path in ("/docs", "/redoc", "/openapi.json", "/debug", "/api/v1/claims"):
        assert client.get(path).status_code == 404


def paths(route: BaseRoute) -> Iterator[str]:
    """The patterns of a route, or of the router that it stands for."""
    inner = getattr(route, "original_router", None)
    if inner is None:
        yield str(getattr(route, "path", ""))
    else:
        for each in inner.routes:
            yield from paths(each)


def test_api10_unsafe_consumption_of_apis(client: TestClient) -> None:
    """What comes from elsewhere is text: a link that is none is not one here."""
    pages = client.get("/?text=HYPERLINK").text + client.get("/").text
    assert "javascript:" not in re.sub(r">[^<]*<", "><", pages)
