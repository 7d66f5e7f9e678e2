"""What comes before a body: so large, and so slow, as it may be."""

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
import uvicorn
from starlette.responses import PlainTextResponse

from api.http import connections
from api.http.connections import LARGEST, Connection

Client = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

REQUEST = b"GET / HTTP/1.1\r\nhost: localhost\r\n"


def served(client: Client) -> None:
    """Let a client talk to a server that says `hello`."""

    async def run() -> None:
        with socket.create_server(("127.0.0.1", 0)) as listening:
            hello = PlainTextResponse("hello")
            config = uvicorn.Config(
                hello, http=Connection, lifespan="off", log_config=None
            )
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve([listening]))
            reader, writer = await asyncio.open_connection(*listening.getsockname())
            await client(reader, writer)
            writer.close()
            await writer.wait_closed()
            server.should_exit = True
            await serving

    asyncio.run(run())


async def answer(reader: asyncio.StreamReader) -> bytes:
    """One answer of the server."""
    return await reader.readuntil(b"hello")


def test_one_request_after_the_other() -> None:
    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for _ in range(3):
            writer.write(REQUEST + b"x-long: " + b"1" * (LARGEST // 2) + b"\r\n\r\n")
            assert b"200 OK" in await answer(reader)
        writer.write((REQUEST + b"\r\n") * 3)
        for _ in range(3):
            assert b"200 OK" in await answer(reader)

    served(ask)


@pytest.mark.parametrize("endless", [b"x-more: 1\r\n", b"1"])
def test_a_head_without_end(endless: bytes) -> None:
    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(REQUEST + b"x-one: " + endless * (LARGEST // len(endless) + 1))
        assert b" 400 " in await reader.read()

    served(ask)


@pytest.mark.parametrize("begun", [b"", b"GET", REQUEST])
def test_a_head_that_does_not_come(
    begun: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)

    async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(begun)
        assert await reader.read() == b""

    served(ask)
