"""ETags from the store's revision: who has the answer already is told so at once."""

import hashlib

from fastapi import Request, Response
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph.store import Store
from ontology.version import __version__

UNKEPT = {"cache-control": "no-store"}
"""Of answers that hold for their moment alone, whatever is stored: they get no tag."""

VARY = "Accept, Accept-Encoding"
"""What decides which bytes an answer has."""


class NotModified(Exception):
    """The client has what it asks for, under this tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def unchanged(request: Request) -> None:
    """Let pass what the client has not got yet. Raises NotModified."""
    check(request, tag_of(request))


def check(request: Request, tag: str) -> None:
    """Let pass what the client has not got under this tag. Raises NotModified."""
    given = request.headers.get("if-none-match", "")
    tags = {each.strip().removeprefix("W/") for each in given.split(",")}
    if request.method in ("GET", "HEAD") and tag in tags:
        raise NotModified(tag)


def not_modified(request: Request, error: Exception) -> Response:
    """The answer to one who has it."""
    assert isinstance(error, NotModified)
    headers = {"etag": error.tag, "vary": VARY, **_keeping(request)}
    return Response(status_code=304, headers=headers)


def _keeping(request: Request) -> dict[str, str]:
    """How the answer may be kept: asked after each time, and not by those between."""
    by_key = request.app.state.settings.read_by_key
    return {"cache-control": "private, no-cache" if by_key else "no-cache"}


def tag_of(request: Request) -> str:
    """Names the bytes of an answer: what is stored, and how it was asked for.

    What is packed for the way is other bytes, and so has another tag.
    """
    store = request.app.state.store
    assert isinstance(store, Store)
    asked = request.headers.get("accept", "")
    parts = (__version__, str(store.path), str(store.read_model.revision), asked)
    return tag_of_bytes(request, "|".join(parts).encode())


def tag_of_bytes(request: Request, body: bytes) -> str:
    """Names an answer by what it holds: updates of other graphs change no revision."""
    coding = request.headers.get("accept-encoding", "").encode()
    return f'"{hashlib.sha256(body + b"|" + coding).hexdigest()[:20]}"'


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
        request = Request(scope)
        tag, keeping = tag_of(request), _keeping(request)

        async def send_with_tag(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                _name(MutableHeaders(scope=message), tag, keeping)
            await send(message)

        read = scope["method"] in ("GET", "HEAD")
        await self.app(scope, receive, send_with_tag if read else send)


def _name(headers: MutableHeaders, tag: str, keeping: dict[str, str]) -> None:
    """Put the tag on an answer, unless it holds for its moment alone."""
    if headers.get("cache-control") == UNKEPT["cache-control"]:
        return
    headers["etag"] = tag
    for name, value in keeping.items():
        headers.setdefault(name, value)
    headers.add_vary_header(VARY)
