"""`--store`: commands that open a store in a directory may open one on a server."""

import inspect
import os
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from functools import wraps
from typing import Annotated, Any, TypeAlias

import typer

from graph.storage.remote.address import Address, address
from ontology.errors import BadInput

_chosen: ContextVar[Address | None] = ContextVar("chosen", default=None)
"""The server of the command that is running."""


def _checked(given: str | None) -> str | None:
    try:
        if given:
            address(given, os.environ)
    except BadInput as error:
        raise typer.BadParameter(str(error)) from None
    return given


ServerAddress: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--store",
        envvar="ONRECORD_STORE",
        metavar="URL",
        help="A SPARQL server with the graphs: sparql+https://HOST/... The data"
        " directory then has what is derived from them.",
        callback=_checked,
    ),
]

_OPTION = inspect.Parameter(
    "store", inspect.Parameter.KEYWORD_ONLY, default=None, annotation=ServerAddress
)


def chosen() -> Address | None:
    """The server that the command was told; None of a store in its directory."""
    return _chosen.get()


def with_servers(groups: Iterable[typer.Typer]) -> None:
    """Give every command of these that has a data directory the option `--store`."""
    for group in groups:
        for command in group.registered_commands:
            if command.callback and "data" in _parameters(command.callback):
                command.callback = _with_server(command.callback)


def _with_server(command: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(command)
    def run(*arguments: object, store: str | None = None, **options: object) -> Any:  # noqa: ANN401 - what the command gives
        token = _chosen.set(address(store, os.environ) if store else None)
        try:
            return command(*arguments, **options)
        finally:
            _chosen.reset(token)

    parameters = [*_parameters(command).values(), _OPTION]
    signature = inspect.signature(command).replace(parameters=parameters)
    run.__signature__ = signature  # type: ignore[attr-defined] # what Typer reads
    run.__annotations__ = {**command.__annotations__, "store": ServerAddress}
    return run


def _parameters(command: Callable[..., Any]) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(command).parameters)
