"""So many requests a minute for each key, or without one for each address."""

from fastapi import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.rates import Rates
from api.access.rights import Unauthorized, key_of
from api.http.refusals import TooMany
from api.problems.answering import Refuse
from ontology.errors import StoreError

FREE = ("/livez", "/readyz")
"""What those who watch the server ask, whatever else they do."""


class RateLimit:
    """Middleware that lets nobody ask too often.

    A wrong key counts as its address does: so guessing has a limit too.
    """

    def __init__(self, app: ASGIApp, refuse: Refuse, rates: Rates) -> None:
        self.app, self.refuse, self.rates = app, refuse, rates

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["path"] not in FREE:
            request = Request(scope)
            wait = self.rates.wait(_caller(request))
            if wait:
                error = TooMany("too many requests; try again later", wait)
                await self.refuse(request, error)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def _caller(request: Request) -> str:
    try:
        key = key_of(request)
    except (Unauthorized, StoreError):  # the route will say so
        key = None
    if key is not None:
        return f"key {key.name}"
    return f"address {request.client.host}" if request.client else "address"
