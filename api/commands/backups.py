"""`onrecord backup` and `restore`: the data directory, copied and brought back."""

from pathlib import Path
from typing import Annotated

import typer

from api.settings import DEFAULT_DATA
from api.terminal.opening import Stored
from api.terminal.options import Data
from api.terminal.spreading import spread
from ontology.errors import StoreError


@spread
def backup(
    target: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder for the copy.")
    ],
    *,
    stored: Stored,
) -> None:
    """Copy the data directory to DIR, whole or not at all."""
    from graph.backups import backup as copy

    with stored.to_mend() as store:
        copy(store, target)
    typer.echo(f"{stored.data} is backed up in {target}")


def restore(
    source: Annotated[Path, typer.Argument(metavar="DIR", help="A backup.")],
    *,
    replace: Annotated[
        bool, typer.Option("--replace", help="Replace the data that is there.")
    ] = False,
    data: Data = DEFAULT_DATA,
) -> None:
    """Make a data directory of the backup in DIR, which stays as it is.

    Data that is there already is replaced only if that is asked for.
    """
    from graph.backups import restore as bring_back
    from graph.storage.directory import exists

    if exists(data) and not replace:
        raise StoreError(f"{data} holds data; --replace puts the backup in its place")
    bring_back(source, data, replace=replace)
    typer.echo(f"{source} is restored to {data}")
