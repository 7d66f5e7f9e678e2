"""Refusals that come in plain text, told as every other is.

Starlette's own middleware says so that it does not know a host, and what a preflight
may not ask for.
"""

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.refusals import NotAllowed
from api.problems.answering import Refuse

STATUS = 400
"""The status of these refusals."""


class PlainRefusals:
    """Middleware that makes them problem documents, or pages; their headers stay."""

    def __init__(self, app: ASGIApp, refuse: Refuse) -> None:
        self.app, self.refuse = app, refuse

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        refused: MutableHeaders | None = None

        async def retell(message: Message) -> None:
            nonlocal refused
            if message["type"] == "http.response.start" and _is_plain(message):
                refused = MutableHeaders(scope=message)
            elif refused is None:
                await send(message)
            else:
                error = NotAllowed(message["body"].decode())
                answer = self.refuse(Request(scope), error)
                for name, value in refused.items():
                    answer.headers.setdefault(name, value)
                await answer(scope, receive, send)

        await self.app(scope, receive, retell)


def _is_plain(start: Message) -> bool:
    kind = MutableHeaders(scope=start).get("content-type", "")
    return start["status"] == STATUS and kind.startswith("text/plain")
