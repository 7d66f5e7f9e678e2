"""A file that is made as a whole before any of it is sent: what fails half-way
would look like a whole one."""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from typing import IO

from fastapi.responses import StreamingResponse

PIECE = 1 << 16
"""Bytes that are sent at a time."""

IN_MEMORY = 8 << 20
"""Bytes from which it waits on disk."""


def file_response(
    write: Callable[[IO[bytes]], None], media_type: str, headers: Mapping[str, str]
) -> StreamingResponse:
    """What is written, as a response. Raises what writing does."""
    out = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - sent later
    try:
        write(out)
    except BaseException:
        out.close()
        raise
    return StreamingResponse(_pieces(out), media_type=media_type, headers=headers)


def _pieces(out: IO[bytes]) -> Iterator[bytes]:
    with out:
        out.seek(0)
        while piece := out.read(PIECE):
            yield piece
