"""The MCP server over HTTP (Streamable HTTP), for this machine or by key."""

from fastapi import Request, Response
from mcp.server.mcpserver import MCPServer
from starlette.applications import Starlette
from starlette.types import ASGIApp, Receive, Scope, Send

from api.access.keys import Keys
from api.access.rates import Rates
from api.access.rights import may_read
from api.middleware.bodies import BodyLimit
from api.middleware.rates import RateLimit
from api.problems.answering import answer
from api.settings import Settings
from ontology.errors import OnRecordError

PATH = "/mcp"

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""Hosts that only this machine reaches; for them, other names are refused too."""


def web(server: MCPServer[None], settings: Settings) -> Starlette:
    """The application at `PATH`, with the limits of the settings.

    It keeps no sessions: each request is answered by itself, in JSON.
    """
    app = server.streamable_http_app(
        streamable_http_path=PATH,
        json_response=True,
        stateless_http=True,
        host=settings.host,
    )
    app.state.settings, app.state.keys = settings, Keys(settings.data)
    app.add_middleware(PostsAlone)
    app.add_middleware(ByKey)
    app.add_middleware(BodyLimit, refuse=answer)
    if settings.rate:
        rates = Rates.a_minute(settings.rate)
        app.add_middleware(RateLimit, refuse=answer, rates=rates)
    return app


class ByKey:
    """Middleware that lets nobody in who may not read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http":
            request = Request(scope)
            try:
                await may_read(request)
            except OnRecordError as error:
                await answer(request, error)(scope, receive, send)
                return
        await self.app(scope, receive, send)


class PostsAlone:
    """Middleware that refuses what only sessions have.

    To GET the package would open a stream that without a session says nothing, ever.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["method"] != "POST":
            await Response(None, 405, {"allow": "POST"})(scope, receive, send)
            return
        await self.app(scope, receive, send)
