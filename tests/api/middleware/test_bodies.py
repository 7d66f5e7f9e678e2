"""Bodies: so large, and so slow, as they may be, whatever the route does with them."""

import asyncio
import time
from collections.abc import AsyncIterator, Iterator

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from starlette.responses import StreamingResponse
from starlette.types import Message

from api.middleware.bodies import BodyLimit
from api.problems.answering import answer, install


@pytest.fixture(scope="module")
def app() -> FastAPI:
    app = FastAPI()

    @app.post("/whole")
    async def whole(request: Request) -> int:
        return len(await request.body())

    @app.post("/record")
    def record(body: dict[str, int]) -> int:
        return len(body)

    @app.get("/export")
    def export() -> StreamingResponse:
        time.sleep(0.5)  # longer than a body may take
        return StreamingResponse(iter(["whole"]))

    @app.get("/unread")
    def unread() -> int:
        return 0

    install(app)
    app.add_middleware(BodyLimit, refuse=answer, most=1000, patience=0.3)
    return app


@pytest.fixture(scope="module")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://localhost/") as client:
        yield client


def pieces(size: int) -> Iterator[bytes]:
    """A body in chunks, whose length is not told before."""
    for _ in range(size // 100):
        yield b"1" * 100


@pytest.mark.parametrize(
    ("path", "size", "status"),
    [("whole", 1000, 200), ("whole", 1100, 413), ("record", 1100, 413)],
)
def test_told_and_chunked(
    client: TestClient, path: str, size: int, status: int
) -> None:
    for body in (b"1" * size, pieces(size)):
        answer = client.post(f"/{path}", content=body)
        assert answer.status_code == status, answer.text
        assert status == 200 or answer.headers["connection"] == "close"


def test_a_body_that_no_route_reads(client: TestClient) -> None:
    assert client.request("GET", "/unread", content=b"1" * 1100).status_code == 413


def test_an_answer_that_takes_long_to_make_is_no_slow_body(client: TestClient) -> None:
    answer = client.get("/export")
    assert (answer.status_code, answer.text) == (200, "whole")


def test_slow_bodies(app: FastAPI) -> None:
    """OWASP API4:2023: a body in drops holds nothing for long."""

    async def drops() -> AsyncIterator[bytes]:
        for _ in range(50):
            yield b"1"
            await asyncio.sleep(0.1)

    async def receive() -> Message:
        try:
            piece = await anext(body)
        except StopAsyncIteration:
            return {"type": "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: Message) -> None:
        sent.append(message)

    body, sent = drops(), list[Message]()
    scope = {
        "type": "http", "method": "POST", "path": "/whole", "raw_path": b"/whole",
        "query_string": b"", "headers": [(b"transfer-encoding", b"chunked")],
        "http_version": "1.1", "scheme": "http", "server": ("localhost", 80),
        "root_path": "",
    }  # fmt: skip
    asyncio.run(asyncio.wait_for(app(scope, receive, send), 30))
    assert [each.get("status") for each in sent] == [408, None]


def test_a_client_that_waits_for_a_long_answer_is_no_slow_body(app: FastAPI) -> None:
    @app.get("/long")
    async def long(request: Request) -> bool:
        await asyncio.sleep(0.5)
        return await request.is_disconnected()

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.get("http://localhost/long")

    assert asyncio.run(ask()).json() is False


@pytest.mark.parametrize("steps", range(8))
def test_who_waits_for_a_client_to_leave_can_stop(app: FastAPI, steps: int) -> None:
    """Whenever it stops: also as the last of the body comes."""

    async def gone(request: Request) -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    @app.get(f"/waited{steps}")
    async def waited(request: Request) -> bool:
        waiting = asyncio.create_task(gone(request))
        for _ in range(steps):
            await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait({waiting})
        return waiting.cancelled()

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport) as client:
            return await client.get(f"http://localhost/waited{steps}")

    assert asyncio.run(asyncio.wait_for(ask(), 30)).json() is True
