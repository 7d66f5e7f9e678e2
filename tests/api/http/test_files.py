"""Files that are made before they are sent: so many at a time, and none kept open."""

import asyncio
import threading
from typing import IO

import pytest
from fastapi.responses import StreamingResponse

from api.http.files import AT_ONCE, file_response
from api.http.refusals import Busy


def sent(response: StreamingResponse) -> bytes:
    """The whole body, as a client gets it."""

    async def pieces() -> list[bytes]:
        return [bytes(piece) async for piece in response.body_iterator]  # type: ignore[arg-type]

    return b"".join(asyncio.run(pieces()))


def test_only_so_many_are_made_at_once() -> None:
    begun = threading.Barrier(AT_ONCE + 1)
    go = threading.Event()

    def write(out: IO[bytes]) -> None:
        begun.wait(10)
        go.wait(10)
        out.write(b"whole")

    def make() -> None:
        assert sent(file_response(write, "text/plain", {})) == b"whole"

    making = [threading.Thread(target=make) for _ in range(AT_ONCE)]
    for each in making:
        each.start()
    begun.wait(10)
    with pytest.raises(Busy, match="try again later"):
        file_response(write, "text/plain", {})
    go.set()
    for each in making:
        each.join(10)
    assert sent(file_response(lambda out: None, "text/plain", {})) == b""


def test_one_that_fails_leaves_its_place() -> None:
    def write(out: IO[bytes]) -> None:
        raise ValueError("half-way")

    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError, match="half-way"):
            file_response(write, "text/plain", {})
