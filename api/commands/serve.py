"""`onrecord serve`: the pages and the API, on this machine."""

import socket
from contextlib import suppress
from typing import Annotated

import typer

from api.options import Base, Data, Scheme
from api.settings import (
    DEFAULT_BASE,
    DEFAULT_DATA,
    DEFAULT_HOST,
    DEFAULT_PORT,
    Settings,
)


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
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            envvar="ONRECORD_WRITE",
            help="Take writes by API key; other commands then have to wait.",
        ),
    ] = False,
    read_by_key: Annotated[
        bool,
        typer.Option(
            "--read-by-key",
            envvar="ONRECORD_READ_BY_KEY",
            help="Let nobody read the API without a key.",
        ),
    ] = False,
) -> None:
    """Serve the pages and the API until stopped with Ctrl-C."""
    settings = Settings(
        data=data, base=base, host=host, port=port, read_by_key=read_by_key
    )
    listening = _listen(host, port)
    import uvicorn

    from api.app import create_app
    from api.following import followed
    from api.opening import to_read, to_write

    # one that only reads lets other commands ask the same data meanwhile
    opened = (to_write if write else to_read)(data, base, scheme)
    with opened as store, followed(store):
        app = create_app(store, settings)
        address, bound = listening.getsockname()[:2]
        shown = f"[{address}]" if ":" in address else address
        typer.echo(f"On the Record is at http://{shown}:{bound}/ (Ctrl-C stops it)")
        config = uvicorn.Config(app, log_level="warning", server_header=False)
        with suppress(KeyboardInterrupt):  # uvicorn raises it again when it is done
            uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    """A socket bound before the store is opened, so that a taken port says so."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise OSError(f"cannot listen on {host}:{port}: {reason}") from None
    return listening
