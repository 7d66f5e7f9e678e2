"""A file that is made as a whole before any of it is sent: what fails half-way
would look like a whole one."""

import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import IO

from fastapi.responses import StreamingResponse

from api.http.refusals import Busy

PIECE = 1 << 16
"""Bytes that are sent at a time."""

IN_MEMORY = 8 << 20
"""Bytes from which it waits on disk."""

AT_ONCE = 2
"""Files that may be made at the same time: each can hold all that is stored."""

_making = threading.BoundedSemaphore(AT_ONCE)


def file_response(
    write: Callable[[IO[bytes]], None], media_type: str, headers: Mapping[str, str]
) -> StreamingResponse:
    """What is written, as a response. Raises Busy, and what writing does."""
    if not _making.acquire(blocking=False):
        raise Busy(f"{AT_ONCE} files are being made; try again later")
    try:
        out = _made(write)
    finally:
        _making.release()
    return StreamingResponse(_pieces(out), media_type=media_type, headers=headers)


def _made(write: Callable[[IO[bytes]], None]) -> IO[bytes]:
    out = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - sent later
    try:
        write(out)
    except BaseException:
        out.close()
        raise
    return out


def _pieces(out: IO[bytes]) -> Iterator[bytes]:
    with out:
        out.seek(0)
        while piece := out.read(PIECE):
            yield piece
