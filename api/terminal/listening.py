"""Where a server listens, to whom, and how often: as options."""

import socket
from dataclasses import dataclass
from typing import Annotated

import typer

from api.settings import DEFAULT_HOST, DEFAULT_PORT, DEFAULT_RATE
from api.terminal.options import Rate, ReadByKey

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""What this machine calls itself."""


@dataclass(frozen=True)
class Listening:
    """Where the pages and the API are served, and for whom."""

    host: Annotated[
        str, typer.Option(envvar="ONRECORD_HOST", help="The address to listen on.")
    ] = DEFAULT_HOST
    port: Annotated[
        int,
        typer.Option(
            envvar="ONRECORD_PORT",
            min=0,
            max=65535,
            help="The port; 0 picks a free one.",
        ),
    ] = DEFAULT_PORT
    read_by_key: ReadByKey = False
    trust_host: Annotated[
        list[str] | None,
        typer.Option(
            envvar="ONRECORD_TRUST_HOST",
            help="A further name under which the server may be asked; repeatable.",
        ),
    ] = None
    rate: Rate = DEFAULT_RATE

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names to be asked under: a site that gives its own name to this address
        could read what is here in its visitors' browsers (DNS rebinding)."""
        bound = f"[{self.host}]" if ":" in self.host else self.host
        return (*LOOPBACK, bound, socket.gethostname(), *(self.trust_host or ()))

    def listen(self) -> socket.socket:
        """A socket that listens. Raises OSError naming the port that is taken."""
        try:
            found = socket.getaddrinfo(self.host, self.port, type=socket.SOCK_STREAM)
            family, kind, protocol, _, address = found[0]
            listening = socket.socket(family, kind, protocol)
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen()  # who comes before all is ready waits, is not refused
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise OSError(
                f"cannot listen on {self.host}:{self.port}: {reason}"
            ) from None
        return listening
