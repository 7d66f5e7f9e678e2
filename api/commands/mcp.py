"""`onrecord mcp`: tools for language-model agents."""

from contextlib import suppress
from typing import Annotated

import typer

from api.options import Base, Data, Rate, ReadByKey, Scheme
from api.settings import (
    DEFAULT_BASE,
    DEFAULT_DATA,
    DEFAULT_HOST,
    DEFAULT_RATE,
    Settings,
)
from ontology.errors import BadInput

DEFAULT_PORT = 8001
"""Beside the pages and the API."""


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
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Let agents search and cite the claims, by the Model Context Protocol.

    They only read. Without --http it talks on standard input and output, as an
    agent that starts it expects.
    """
    from api.opening import to_read

    try:
        import mcp as _  # noqa: F401 - the extra is there
    except ModuleNotFoundError:
        raise BadInput("agents need: pip install 'onrecord[mcp]'") from None
    import anyio
    import uvicorn

    from api.connections import Connection
    from api.mcp.server import mcp_server
    from api.mcp.web import LOOPBACK, web

    settings = Settings(
        data=data,
        base=base,
        host=host,
        port=port,
        read_by_key=read_by_key or host not in LOOPBACK,
        rate=rate,
    )
    with to_read(data, base, scheme) as store, suppress(KeyboardInterrupt):
        server = mcp_server(store, settings)
        if not http:
            anyio.run(server.run_stdio_async)
            return
        uvicorn.run(
            web(server, settings),
            host=host,
            port=port,
            http=Connection,
            loop="asyncio",  # uvloop, if it is there, starts no processes in groups
            log_level="warning",
            server_header=False,
        )
