"""The MCP server over HTTP (Streamable HTTP), for this machine or by key."""

from mcp.server.mcpserver import MCPServer
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from api.keys import Keys

PATH = "/mcp"

LOOPBACK = ("127.0.0.1", "::1", "localhost")
"""Hosts that only this machine reaches; for them, other names are refused too."""


def web(server: MCPServer[None], host: str, keys: Keys | None) -> Starlette:
    """The application at `PATH`; with `keys`, for those alone who bring one.

    It keeps no sessions: each request is answered by itself, in JSON.
    """
    app = server.streamable_http_app(
        streamable_http_path=PATH, json_response=True, stateless_http=True, host=host
    )
    if keys:
        app.add_middleware(ByKey, keys=keys)
    return app


class ByKey:
    """Middleware that lets nobody in without a key that may read."""

    def __init__(self, app: ASGIApp, keys: Keys) -> None:
        self.app, self.keys = app, keys

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and not self._known(Headers(scope=scope)):
            told = {"detail": "a key is needed: Authorization: Bearer KEY"}
            refused = JSONResponse(told, 401, {"www-authenticate": "Bearer"})
            await refused(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _known(self, headers: Headers) -> bool:
        scheme, _, secret = headers.get("authorization", "").partition(" ")
        return scheme.lower() == "bearer" and self.keys.of(secret.strip()) is not None
