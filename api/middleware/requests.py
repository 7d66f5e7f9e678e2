"""Each request under an id: logged, counted, and answered even by a bug."""

import logging
import random
import re
import time

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.operating.metrics import Metrics
from api.problems.answering import Refuse

REQUEST_ID = "x-request-id"
"""The header that names a request, in the log too; a client may choose the name."""

_ID = re.compile(r"[\w.-]{1,64}", re.ASCII)

log = logging.getLogger("onrecord.requests")


class Requests:
    """Middleware that logs each request, without what was asked or answered.

    Addresses hold ids and search words, so the log has the route's pattern instead.
    """

    def __init__(
        self, app: ASGIApp, refuse: Refuse, metrics: Metrics | None = None
    ) -> None:
        self.app, self.refuse, self.metrics = app, refuse, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        id = scope.setdefault("state", {})["request_id"] = _id(scope)
        started, status = time.perf_counter(), 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = id
            await send(message)

        try:
            await self.app(scope, receive, send_with_id)
        except Exception as error:
            log.exception("failed", extra={"fields": {"request": id}})
            if status:  # the answer broke off: so must the connection
                raise
            await self.refuse(Request(scope), error)(scope, receive, send_with_id)
        finally:
            self._note(scope, status, time.perf_counter() - started)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method, route = scope["method"], _route(scope)
        if self.metrics:
            self.metrics.saw(method, route, status, seconds)
        fields = {
            "request": scope["state"]["request_id"],
            "method": method,
            "route": route,
            "status": status,
            "seconds": round(seconds, 4),
        }
        log.info("answered", extra={"fields": fields})


def _id(scope: Scope) -> str:
    """The client's own id, if it is one that a log can hold, or a new one."""
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if _ID.fullmatch(given) else f"{random.getrandbits(128):032x}"


def _route(scope: Scope) -> str:
    """The pattern of the route, as `/api/claims/{id}`; `-` where there is none."""
    return str(getattr(scope.get("route"), "path", "-"))
