"""Connections that go to checked addresses alone, and end at their deadline.

The check stands where the connection is made: redirects, robots.txt and whatever
else asks for a host cannot go around it.
"""

import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore
import httpx

from extract.fetching.addresses import Network, resolved


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self, timeout: float | None = None) -> float:
        """Seconds until then, or the timeout if that is sooner.

        Raises httpcore.ReadTimeout if it has passed.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the deadline has passed")
        return left if timeout is None else min(left, timeout)


class Stream(httpcore.NetworkStream):
    """A connection with a deadline: bytes that drip do not put it off."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes."""
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        """End the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> "Stream":
        """The same connection, encrypted."""
        left = self._deadline.left(timeout)
        inner = self._inner.start_tls(ssl_context, server_hostname, left)
        return Stream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:  # noqa: ANN401 - httpcore's signature
        """What is known of the connection."""
        return self._inner.get_extra_info(info)


class Backend(httpcore.NetworkBackend):
    """Connects by TCP to public addresses; to others only in these networks."""

    def __init__(self, deadline: Deadline, networks: Iterable[Network]) -> None:
        self._deadline, self._networks = deadline, tuple(networks)
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> Stream:
        """A connection to the one address that was checked. Raises Refused."""
        address = resolved(host, port, self._networks)
        left = self._deadline.left(timeout)
        inner = self._inner.connect_tcp(
            address, port, left, local_address, socket_options
        )
        return Stream(inner, self._deadline)


class Transport(httpx.HTTPTransport):
    """HTTP over such connections; proxies of the environment are not asked."""

    def __init__(
        self, deadline: Deadline, networks: Iterable[Network], context: ssl.SSLContext
    ) -> None:
        super().__init__(verify=context, trust_env=False)
        # httpx has no way to hand a backend on, httpcore's pool has
        self._pool = httpcore.ConnectionPool(
            ssl_context=context,
            network_backend=Backend(deadline, networks),
        )
