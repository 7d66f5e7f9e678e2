"""`onrecord mcp`: tools for language-model agents."""

import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from api.settings import DEFAULT_HOST, DEFAULT_RATE, Settings
from api.terminal.opening import Stored
from api.terminal.options import Rate, ReadByKey
from api.terminal.spreading import spread
from ontology.errors import BadInput

if TYPE_CHECKING:
    from mcp.server.mcpserver import MCPServer

DEFAULT_PORT = 8001
"""Beside the pages and the API."""


@spread
def mcp(
    *,
    http: Annotated[
        bool,
        typer.Option("--http", help="Listen at http://HOST:PORT/mcp, not on a pipe."),
    ] = False,
    host: Annotated[
        str,
        typer.Option(help="Of --http, the address; beyond this machine, keys rule."),
    ] = DEFAULT_HOST,
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Of --http, the port.")
    ] = DEFAULT_PORT,
    read_by_key: ReadByKey = False,
    rate: Rate = DEFAULT_RATE,
    stored: Stored,
) -> None:
    """Let agents search and cite the claims, by the Model Context Protocol.

    They only read. Without --http it talks on standard input and output, as an
    agent that starts it expects.
    """
    try:
        import mcp as _  # noqa: F401 - the extra is there
    except ModuleNotFoundError:
        raise BadInput("agents need: pip install 'onrecord[mcp]'") from None
    import anyio

    from api.mcp.server import mcp_server
    from api.mcp.web import LOOPBACK
    from api.operating.following import followed

    settings = Settings(
        data=stored.data,
        base=stored.base,
        host=host,
        port=port,
        read_by_key=read_by_key or host not in LOOPBACK,
        rate=rate,
    )
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # the store is closed
    with stored.to_read() as store, followed(store), suppress(KeyboardInterrupt):
        server = mcp_server(store, settings)
        if http:
            _listen(server, settings)
        else:
            anyio.run(server.run_stdio_async)


def _listen(server: "MCPServer[None]", settings: Settings) -> None:
    from uvicorn import Server

    from api.http.connections import config
    from api.mcp.web import web

    app, where = web(server, settings), {"host": settings.host, "port": settings.port}
    Server(config(app, **where, log_level="warning")).run()
