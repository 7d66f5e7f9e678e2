"""ETags from the store's revision: who has the answer already is told so at once."""

import hashlib

from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.store import Store
from ontology.version import __version__


class NotModified(Exception):
    """The client has what it asks for."""


def unchanged(request: Request) -> None:
    """Let pass what the client has not got yet. Raises NotModified."""
    given = request.headers.get("if-none-match", "")
    tags = {tag.strip().removeprefix("W/") for tag in given.split(",")}
    if request.method in ("GET", "HEAD") and tag_of(request) in tags:
        raise NotModified


def not_modified(request: Request, error: Exception) -> Response:
    """The answer to one who has it."""
    headers = {"etag": tag_of(request), "vary": "Accept, Accept-Encoding"}
    return Response(status_code=304, headers=headers)


def tag_of(request: Request) -> str:
    """Names the bytes of an answer: what is stored, and how it was asked for.

    What is packed for the way is other bytes, and so has another tag.
    """
    store = request.app.state.store
    assert isinstance(store, Store)
    asked = [request.headers.get(name, "") for name in ("accept", "accept-encoding")]
    parts = (__version__, str(store.path), str(store.revision), *asked)
    return f'"{hashlib.sha256("|".join(parts).encode()).hexdigest()[:20]}"'


class Tags:
    """Middleware that puts the tag on what was found under `/api`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self.app(scope, receive, send)
            return
        # taken before the work: of what changes meanwhile, the tag is the old one
        tag = tag_of(Request(scope))

        async def send_with_tag(message: Message) -> None:
            found = message["type"] == "http.response.start" and (
                message["status"] == 200 and scope["method"] in ("GET", "HEAD")
            )
            if found:
                headers = MutableHeaders(scope=message)
                headers["etag"] = tag
                headers.setdefault("cache-control", "no-cache")
                headers.add_vary_header("Accept")
            await send(message)

        await self.app(scope, receive, send_with_tag)
