"""`onrecord backup` and `restore`: the data directory, copied and brought back."""

from pathlib import Path
from typing import Annotated

import typer

from api.options import Base, Data, Scheme
from api.settings import DEFAULT_BASE, DEFAULT_DATA
from ontology.errors import StoreError


def backup(
    target: Annotated[
        Path, typer.Argument(metavar="DIR", help="A new folder for the copy.")
    ],
    *,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Copy the data directory to DIR, whole or not at all."""
    from api.opening import to_mend
    from graph.backups import backup as copy

    with to_mend(data, base, scheme) as store:
        copy(store, target)
    typer.echo(f"{data} is backed up in {target}")


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
