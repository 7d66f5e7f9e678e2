"""The body of a request: so large, and so slow, as it may be, on every route.

It is counted as it comes, whatever length it was told to have, and whoever reads it.
"""

import asyncio
import time

from fastapi import Request
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.refusals import TooBig, TooSlow
from api.problems.answering import Refuse

MOST = 16 << 20
"""Bytes that a body may have."""

PATIENCE = 10.0
"""Seconds that may be waited for a body, whatever its size."""

PACE = 32 << 10
"""Bytes for which it may take a second more."""


class BodyLimit:
    """Middleware that refuses bodies that are too large, or come too slowly."""

    def __init__(
        self,
        app: ASGIApp,
        refuse: Refuse,
        most: int = MOST,
        patience: float = PATIENCE,
    ) -> None:
        self.app, self.refuse = app, refuse
        self.most, self.patience = most, patience

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body = _Body(receive, self.most, self.patience)
        declared = Headers(scope=scope).get("content-length", "")
        if declared.isdecimal() and int(declared) > self.most:
            body.refused = body.too_big()
        else:
            await self._read(body, scope, send)
        if body.refused and not body.answered:
            answer = self.refuse(Request(scope), body.refused)
            answer.headers["connection"] = "close"  # the rest of it is never read
            await answer(scope, receive, send)

    async def _read(self, body: "_Body", scope: Scope, send: Send) -> None:
        async def send_unless_refused(message: Message) -> None:
            if body.refused and not body.answered:
                return  # what a route makes of half a body is not for the client
            body.answered = True
            await send(message)

        try:
            await self.app(scope, body.receive, send_unless_refused)
        except (TooBig, TooSlow):
            if body.refused is None:
                raise


class _Body:
    """The body of one request, as it comes."""

    def __init__(self, receive: Receive, most: int, patience: float) -> None:
        self._receive, self._most, self._patience = receive, most, patience
        self._taken, self._whole = 0, False
        self.refused: TooBig | TooSlow | None = None
        self.answered = False

    def too_big(self) -> TooBig:
        return TooBig(f"the body is larger than {self._most} bytes")

    async def receive(self) -> Message:
        """The next message. Raises TooBig or TooSlow."""
        if self._whole:  # from now on only the client's leaving is waited for
            return await self._receive()
        asked = time.monotonic()  # a route may begin to read when it has worked long
        left = self._patience + self._taken / PACE
        try:
            # `wait_for` of Python 3.11 loses a cancelling that comes with the message,
            # and who waits for a client to leave would then wait for good
            async with asyncio.timeout(left):
                message = await self._receive()
        except TimeoutError:
            self.refused = TooSlow("the body comes too slowly")
            raise self.refused from None
        self._patience -= time.monotonic() - asked
        self._taken += len(message.get("body", b""))
        self._whole = not message.get("more_body", False)
        if self._taken > self._most:
            self.refused = self.too_big()
            raise self.refused
        return message
