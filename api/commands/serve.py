"""`onrecord serve`: the pages and the API, on this machine."""

import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from api.settings import (
    DEFAULT_HOST,
    DEFAULT_PORT,
    DEFAULT_RATE,
    GRACE,
    Settings,
)
from api.terminal.opening import Stored
from api.terminal.options import Rate, ReadByKey
from api.terminal.reading_options import Fetching
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.store import Store

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
"""What this machine calls itself."""


@spread
def serve(
    *,
    host: Annotated[
        str, typer.Option(envvar="ONRECORD_HOST", help="The address to listen on.")
    ] = DEFAULT_HOST,
    port: Annotated[
        int,
        typer.Option(
            envvar="ONRECORD_PORT",
            min=0,
            max=65535,
            help="The port; 0 picks a free one.",
        ),
    ] = DEFAULT_PORT,
    stored: Stored,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            envvar="ONRECORD_WRITE",
            help="Take writes by API key; other commands then have to wait.",
        ),
    ] = False,
    read_by_key: ReadByKey = False,
    trust_host: Annotated[
        list[str] | None,
        typer.Option(
            envvar="ONRECORD_TRUST_HOST",
            help="A further name under which the server may be asked; repeatable.",
        ),
    ] = None,
    rate: Rate = DEFAULT_RATE,
    fetching: Fetching,
    log: Annotated[
        bool,
        typer.Option(
            "--log",
            envvar="ONRECORD_LOG",
            help="Write a line of JSON for each request to standard error.",
        ),
    ] = False,
) -> None:
    """Serve the pages and the API until stopped with Ctrl-C."""
    settings = Settings(
        data=stored.data,
        base=stored.base,
        host=host,
        port=port,
        read_by_key=read_by_key,
        hosts=_hosts(host, trust_host or []),
        rate=rate,
        contact=fetching.contact,
        delay=fetching.delay,
        networks=tuple(fetching.allow_network or ()),
        topics=tuple(stored.scheme or ()),
    )
    listening = _listen(host, port)
    from api.operating import logs
    from api.operating.following import followed

    logs.install(requests=log)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the store is closed

    # one that only reads lets other commands ask the same data meanwhile
    opened = stored.to_write() if write else stored.to_read()
    with opened as store, followed(store):
        _run(store, settings, listening)


def _run(store: "Store", settings: Settings, listening: socket.socket) -> None:
    """Say where, and answer until stopped."""
    import uvicorn

    from api.app import create_app
    from api.http.connections import Connection

    app = create_app(store, settings)
    address, bound = listening.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    typer.echo(f"On the Record is at http://{shown}:{bound}/ (Ctrl-C stops it)")
    config = uvicorn.Config(
        app,
        http=Connection,
        loop="asyncio",  # uvloop, if it is there, starts no processes in groups
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )
    server = uvicorn.Server(config)
    app.state.stopping = lambda: server.should_exit
    with suppress(KeyboardInterrupt):  # uvicorn raises it again when it is done
        server.run(sockets=[listening])


def _hosts(host: str, more: list[str]) -> tuple[str, ...]:
    """The names to be asked under: a site that gives its own name to this address
    could read what is here in its visitors' browsers (DNS rebinding)."""
    bound = f"[{host}]" if ":" in host else host
    return (*LOOPBACK, bound, socket.gethostname(), *more)


def _listen(host: str, port: int) -> socket.socket:
    """A socket made before the store is opened, so that a taken port says so."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen()  # who comes before all is ready waits, and is not refused
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OSError(f"cannot listen on {host}:{port}: {reason}") from None
    return listening
