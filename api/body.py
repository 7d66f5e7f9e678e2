"""The body of a request, read as it comes, up to a limit."""

from fastapi import Request

from ontology.errors import OnRecordError

MOST = 16 << 20
"""Bytes that a body may have."""


class TooBig(OnRecordError):
    """The body of the request is larger than is accepted."""


async def body(request: Request, most: int = MOST) -> bytes:
    """The body. Raises TooBig as soon as it is, whatever length it was told to have."""
    taken = bytearray()
    async for piece in request.stream():
        taken += piece
        if len(taken) > most:
            raise TooBig(f"the body is larger than {most} bytes")
    return bytes(taken)
