"""`If-None-Match: *`: who has any answer of an address needs no other."""

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NEEDLESS = ("content-length", "content-type", "content-encoding")
"""Headers of an answer that say what is below them."""


class AnyTag:
    """Middleware that gives 304 where there is an answer to have (RFC 9110, 13.1.2).

    Whether there is one is known only once it begins. What has no tag is of its
    moment: nobody has it.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        asks = scope["type"] == "http" and scope["method"] == "GET"
        if not asks or Request(scope).headers.get("if-none-match") != "*":
            await self.app(scope, receive, send)
            return
        there = False

        async def tell(message: Message) -> None:
            nonlocal there
            if message["type"] == "http.response.start":
                there = message["status"] == 200 and "etag" in _headers(message)
                message = _not_modified(message) if there else message
            elif there:
                message = {**message, "body": b""}
            await send(message)

        await self.app(scope, receive, tell)


def _headers(start: Message) -> MutableHeaders:
    return MutableHeaders(scope=start)


def _not_modified(start: Message) -> Message:
    start = {**start, "status": 304, "headers": list(start["headers"])}
    for name in NEEDLESS:
        del _headers(start)[name]
    return start
