"""ETags from the store's revision: who has the answer already is told so at once."""

import hashlib

from fastapi import Request, Response

from graph.store import Store
from ontology.version import __version__

UNKEPT = {"cache-control": "no-store"}
"""Of answers that hold for their moment alone, whatever is stored: they get no tag."""

VARY = "Accept, Accept-Encoding"
"""What decides which bytes an answer has."""

DECIDING = ("host", "accept", "accept-encoding")
"""Headers that decide it too; answers have addresses of this host in them."""


class NotModified(Exception):
    """The client has what it asks for, under this tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


async def unchanged(request: Request) -> None:
    """Let pass what the client has not got yet. Raises NotModified.

    Of a route that needs this the answer holds for as long as nothing is written, and
    is named so. The tag is taken before the work: of what changes meanwhile it is the
    old one.
    """
    request.state.tag = tag_of(request)
    check(request, request.state.tag)


def check(request: Request, tag: str) -> None:
    """Let pass what the client has not got under this tag. Raises NotModified."""
    given = request.headers.get("if-none-match", "")
    tags = {each.strip().removeprefix("W/") for each in given.split(",")}
    if request.method in ("GET", "HEAD") and tag in tags:
        raise NotModified(tag)


def not_modified(request: Request, error: Exception) -> Response:
    """The answer to one who has it."""
    assert isinstance(error, NotModified)
    headers = {"etag": error.tag, "vary": VARY, "cache-control": keeping(request)}
    return Response(status_code=304, headers=headers)


def keeping(request: Request) -> str:
    """How the answer may be kept: asked after each time, and not by those between."""
    by_key = request.app.state.settings.read_by_key
    return "private, no-cache" if by_key else "no-cache"


def asked(request: Request) -> tuple[str, ...]:
    """What decides the bytes of an answer, beside what is stored.

    What is packed for the way is other bytes, and so has another tag.
    """
    scope, headers = request.scope, request.headers
    address = (scope["scheme"], scope["path"], scope["query_string"].decode("latin-1"))
    return (*address, *(headers.get(name, "") for name in DECIDING))


def tag_of(request: Request) -> str:
    """Names the bytes of an answer: what is stored, and how it was asked for."""
    store = request.app.state.store
    assert isinstance(store, Store)
    stored = (str(store.path), store.read_model.state)
    return _tag("|".join((__version__, *stored, *asked(request))).encode())


def tag_of_bytes(request: Request, body: bytes) -> str:
    """Names an answer by what it holds: updates of other graphs change no revision."""
    coding = request.headers.get("accept-encoding", "").encode()
    return _tag(body + b"|" + coding)


def _tag(named: bytes) -> str:
    return f'"{hashlib.sha256(named).hexdigest()[:20]}"'
