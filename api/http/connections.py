"""Connections as servers here take them: what comes before a body has limits too.

httptools, which reads requests in a third of the time that h11 takes, has none.
"""

import asyncio
from typing import Any

from starlette.types import ASGIApp
from uvicorn import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from api.settings import GRACE

LARGEST = 64 << 10
"""Bytes that the head of a request may have: its address and its headers."""

PATIENCE = 10.0
"""Seconds in which it must have come, from the first byte or the connecting."""


class Connection(HttpToolsProtocol):
    """A connection that ends with a head that is too large, or comes too slowly."""

    _head = 0
    _deadline: asyncio.TimerHandle | None = None

    def connection_made(
        self,
        transport: asyncio.Transport,  # type: ignore[override] # as uvicorn has it
    ) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Take what came."""
        if self._deadline:
            self._head += len(data)
        super().data_received(data)
        if self._deadline and self._head > LARGEST:
            self.send_400_response("The head of the request is too large.")

    def on_message_begin(self) -> None:
        """Begin to wait for the rest of a head."""
        super().on_message_begin()
        self._wait()

    def on_headers_complete(self) -> None:
        """The head is whole."""
        self._stop_waiting()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing more comes."""
        self._stop_waiting()
        super().connection_lost(exc)

    def _wait(self) -> None:
        if self._deadline:
            self._deadline.cancel()
        self._deadline = self.loop.call_later(PATIENCE, self.transport.close)

    def _stop_waiting(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None
        self._head = 0


def config(app: ASGIApp, **more: Any) -> Config:  # noqa: ANN401 - as uvicorn has it
    """How an application is served with such connections."""
    return Config(
        app,
        http=Connection,
        loop="asyncio",  # uvloop, if it is there, starts no processes in groups
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        **more,
    )
