"""`onrecord serve`: the pages and the API, on this machine."""

import signal
import socket
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from api.settings import Settings
from api.terminal.listening import Listening
from api.terminal.opening import Stored
from api.terminal.reading_options import Fetching
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.store import Store


@spread
def serve(
    *,
    listening: Listening,
    stored: Stored,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            envvar="ONRECORD_WRITE",
            help="Take writes by API key; other commands then have to wait.",
        ),
    ] = False,
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
    settings = _settings(listening, stored, fetching)
    taken = listening.listen()  # before the store is opened: a taken port says so
    from api.operating import logs
    from api.operating.following import followed

    logs.install(requests=log)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the store is closed

    # one that only reads lets other commands ask the same data meanwhile
    opened = stored.to_write() if write else stored.to_read()
    with opened as store, followed(store):
        _run(store, settings, taken)


def _settings(listening: Listening, stored: Stored, fetching: Fetching) -> Settings:
    return Settings(
        data=stored.data,
        base=stored.base,
        host=listening.host,
        port=listening.port,
        read_by_key=listening.read_by_key,
        hosts=listening.hosts,
        rate=listening.rate,
        contact=fetching.contact,
        delay=fetching.delay,
        networks=tuple(fetching.allow_network or ()),
        topics=tuple(stored.scheme or ()),
    )


def _run(store: "Store", settings: Settings, listening: socket.socket) -> None:
    """Say where, and answer until stopped."""
    from uvicorn import Server

    from api.app import create_app
    from api.http.connections import config

    app = create_app(store, settings)
    address, bound = listening.getsockname()[:2]
    shown = f"[{address}]" if ":" in address else address
    typer.echo(f"On the Record is at http://{shown}:{bound}/ (Ctrl-C stops it)")
    server = Server(config(app, log_config=None))
    app.state.stopping = lambda: server.should_exit
    with suppress(KeyboardInterrupt):  # uvicorn raises it again when it is done
        server.run(sockets=[listening])
