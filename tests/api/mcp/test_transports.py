"""`onrecord mcp` as a process of its own, over a pipe and over HTTP."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import anyio
import httpx
from fastapi.testclient import TestClient
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from typer.testing import Result

from api.access.keys import Keys, Role
from api.mcp.server import mcp_server
from api.mcp.web import web
from api.settings import Settings
from graph.store import Store
from tests.api.conftest import harbour

ROOT = Path(__file__).parents[3]

COMMAND = [sys.executable, "-c", "from api.cli import main; main()", "mcp"]


async def _total(client: Client) -> int:
    async with client:
        answer = await client.call_tool("search_claims", {"topic": ["delay"]})
        assert answer.structured_content is not None
        total: int = answer.structured_content["total"]
        return total


def test_over_a_pipe(data: Path) -> None:
    words = [*COMMAND[1:], "--data", str(data)]
    server = StdioServerParameters(command=COMMAND[0], args=words, cwd=ROOT)
    assert anyio.run(_total, Client(server)) == 2


@contextmanager
def _serving(*words: str) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [*COMMAND, "--http", "--port", str(port), *words]
    server = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE)
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}/mcp"
    finally:
        server.terminate()
        server.communicate(timeout=30)


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no server: {server.poll()}")


def test_over_http(data: Path) -> None:
    with _serving("--data", str(data)) as address:
        assert anyio.run(_total, Client(address)) == 2
        foreign = httpx.post(address, json={}, headers={"host": "evil.example"})
        assert foreign.status_code == 421
        stream = httpx.get(address, headers={"accept": "text/event-stream"})
        assert (stream.status_code, stream.headers["allow"]) == (405, "POST")


def test_beside_a_server_that_writes(tmp_path: Path) -> None:
    article, claims = harbour()
    asked = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "get_claim", "arguments": {"id": claims[0].id}},
    }
    with Store.open(tmp_path) as writer, _serving("--data", str(tmp_path)) as address:
        writer.put(article, claims)
        told = httpx.post(address, json=asked).json()["result"]["structuredContent"]
    assert told["citation"]["source"]["id"] == article.id
    assert not list(tmp_path.glob("reader-*")), "what it read is gone when it ends"


def test_by_key(data: Path) -> None:
    secret = Keys(data).add("agent", Role.READ)
    with Store.open(data, read_only=True) as store:
        settings = Settings(data=data, read_by_key=True)
        app = web(mcp_server(store, settings), settings)
        with TestClient(app, base_url="http://127.0.0.1:8001") as client:
            for headers in ({}, {"authorization": f"Bearer {secret}x"}):
                refused = client.post("/mcp", json={}, headers=headers)
                assert refused.status_code == 401
            known = {"authorization": f"Bearer {secret}"}
            asked = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
            answer = client.post("/mcp", json=asked, headers=known)
            assert answer.status_code not in (401, 403)


def test_so_often_and_no_more(data: Path) -> None:
    with Store.open(data, read_only=True) as store:
        settings = Settings(data=data, rate=20)
        app = web(mcp_server(store, settings), settings)
        with TestClient(app, base_url="http://127.0.0.1:8001") as client:
            asked = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
            answers = [client.post("/mcp", json=asked) for _ in range(3)]
            assert [each.status_code == 429 for each in answers] == [False, False, True]
            assert answers[2].headers["content-type"] == "application/problem+json"


def test_without_data_it_says_so(run: Callable[..., Result]) -> None:
    done = run("mcp")
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "onrecord-data" in done.stderr
