"""The MCP server over one store, on standard input and output or over HTTP."""

import functools
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from inspect import iscoroutinefunction
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

from api.mcp.arguments import tool_of
from api.mcp.queries import LIMITS, Queries
from api.mcp.tools import Tools
from api.settings import Settings
from api.sparql.fitting import endpoint_over
from graph.store import Store
from ontology.errors import OnRecordError
from ontology.version import __version__

INSTRUCTIONS = (
    "Claims found by a machine in news articles: who says what about what. Cite the"
    " source and quote the proof of each claim that you use; offsets are Unicode code"
    " points, end exclusive. A claim is what somebody said, not what is so."
)


def mcp_server(store: Store, settings: Settings) -> MCPServer[None]:
    """The server. Its workers for SPARQL end with it."""
    endpoint = endpoint_over(store, settings.base, LIMITS)
    tools, queries = Tools(store), Queries(store, endpoint)
    several = (
        tools.search_claims,
        tools.get_claim,
        tools.positions,
        tools.shifts,
        tools.paths,
        queries.sparql,
        tools.describe_schema,
    )

    @asynccontextmanager
    async def lifespan(server: MCPServer[None]) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await endpoint.close()

    return MCPServer(
        "onrecord",
        title="On the Record",
        instructions=INSTRUCTIONS,
        version=__version__,
        log_level="WARNING",
        lifespan=lifespan,
        tools=[tool_of(_telling(tool)) for tool in several],
    )


def _telling(tool: Callable[..., Any]) -> Callable[..., Any]:
    """The tool, its expected errors told to the agent, which can then ask better."""
    if iscoroutinefunction(tool):

        @functools.wraps(tool)
        async def later(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the tool
            with _as_tool_errors():
                return await tool(*args, **kwargs)

        return later

    @functools.wraps(tool)
    def at_once(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the tool
        with _as_tool_errors():
            return tool(*args, **kwargs)

    return at_once


@contextmanager
def _as_tool_errors() -> Iterator[None]:
    try:
        yield
    except OnRecordError as error:
        raise ToolError(str(error)) from error
