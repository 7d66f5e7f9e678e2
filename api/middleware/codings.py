"""`Accept-Encoding`, made plain: answers are packed by gzip, or not at all."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Receive, Scope, Send

from api.http.negotiation import preferred

HEADER = "accept-encoding"

CODING = "gzip"


class Codings:
    """Middleware that tells those below it `gzip` or nothing.

    Starlette looks for the word alone, and so would pack for who refuses it
    (`gzip;q=0`: RFC 9110, 12.5.3). And who names other codings too is given the same
    kept answer.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http":
            headers = MutableHeaders(scope=scope)
            accepted = headers.get(HEADER)
            del headers[HEADER]
            if accepted and preferred(accepted, [CODING]):
                headers[HEADER] = CODING
        await self.app(scope, receive, send)
