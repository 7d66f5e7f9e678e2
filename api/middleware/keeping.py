"""Answers given again, byte for byte, for as long as nothing is written.

They are those that `tags.unchanged` gives a tag. Each is found by how it was asked
for, and holds while its tag is still the one: no answer is older than the store.
"""

from collections import OrderedDict
from dataclasses import dataclass

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.access.rights import may_read
from api.http.tags import (
    UNKEPT,
    VARY,
    NotModified,
    asked,
    check,
    keeping,
    not_modified,
    tag_of,
)
from ontology.errors import OnRecordError

MOST = 16 << 20
"""Bytes of answers that are kept; those that nobody asked for longest go first."""

LARGEST = 256 << 10
"""Bytes of the largest answer that is kept."""

BESIDE = 2048
"""Bytes that an answer takes beside its body and its address."""

Key = tuple[str, ...]
"""How an answer was asked for."""


@dataclass(frozen=True)
class Answer:
    """An answer as it went out; `route` is what made it, for those who count."""

    tag: str
    route: object
    start: Message
    body: bytes


class Answers:
    """Answers by how they were asked for, so many bytes of them."""

    def __init__(self, most: int = MOST) -> None:
        self._most, self._bytes = most, 0
        self._kept: OrderedDict[Key, Answer] = OrderedDict()

    def get(self, key: Key) -> Answer | None:
        """The answer, which counts as asked for just now."""
        if key in self._kept:
            self._kept.move_to_end(key)
        return self._kept.get(key)

    def put(self, key: Key, answer: Answer) -> None:
        """Keep an answer in place of the one of before, unless it is too large."""
        if key in self._kept:
            self._bytes -= _size(key, self._kept.pop(key))
        if len(answer.body) > LARGEST:
            return
        self._kept[key] = answer
        self._bytes += _size(key, answer)
        while self._bytes > self._most:
            self._bytes -= _size(*self._kept.popitem(last=False))


def _size(key: Key, answer: Answer) -> int:
    return len(answer.body) + sum(map(len, key)) + BESIDE


class KeptAnswers:
    """Middleware that puts its tag on an answer, and gives it again while it holds."""

    def __init__(self, app: ASGIApp, answers: Answers) -> None:
        self.app, self.answers = app, answers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        key = asked(request)
        kept = self.answers.get(key)
        if kept and await _holds(kept, request):
            scope["route"] = kept.route
            await _again(kept, request)(scope, receive, send)
        else:
            await self.app(scope, receive, self._noting(request, key, send))

    def _noting(self, request: Request, key: Key, send: Send) -> Send:
        """How an answer is sent on under its tag, and kept if it comes in one piece."""
        start: Message | None = None

        async def note(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                if _is_tagged(request, message):
                    _name(request, message)
                    start = {**message, "headers": list(message["headers"])}
            elif start:
                if not message.get("more_body"):
                    route, body = request.scope.get("route"), message.get("body", b"")
                    tag = request.state.tag
                    self.answers.put(key, Answer(tag, route, start, body))
                start = None
            await send(message)

        return note


async def _holds(kept: Answer, request: Request) -> bool:
    """Whether it is what the application would say: to this client, and now."""
    try:
        await may_read(request)
    except OnRecordError:
        return False
    return kept.tag == tag_of(request)


def _again(kept: Answer, request: Request) -> ASGIApp:
    try:
        check(request, kept.tag)
    except NotModified as error:
        return not_modified(request, error)

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        headers = list(kept.start["headers"])  # those around the application add to it
        await send({**kept.start, "headers": headers})
        await send({"type": "http.response.body", "body": kept.body})

    return answer


def _is_tagged(request: Request, start: Message) -> bool:
    """Whether the tag is that of this answer: not one of its own, nor of a moment."""
    headers = MutableHeaders(scope=start)
    moment = headers.get("cache-control") == UNKEPT["cache-control"]
    named = hasattr(request.state, "tag") and "etag" not in headers
    return start["status"] == 200 and named and not moment


def _name(request: Request, start: Message) -> None:
    headers = MutableHeaders(scope=start)
    headers["etag"] = request.state.tag
    headers.setdefault("cache-control", keeping(request))
    headers.add_vary_header(VARY)
