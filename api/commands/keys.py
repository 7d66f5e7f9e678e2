"""`onrecord keys`: who may do what over HTTP."""

from typing import Annotated

import typer

from api.settings import DEFAULT_DATA
from api.terminal.options import Data

keys = typer.Typer(
    name="keys",
    no_args_is_help=True,
    help="API keys: who may read, write or manage over HTTP.",
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="Whose key it is.")]


@keys.command()
def add(
    name: Name,
    *,
    role: Annotated[str, typer.Option(help="read, write or admin.")] = "read",
    data: Data = DEFAULT_DATA,
) -> None:
    """Make a key and print it: it is kept as a hash alone, and never shown again."""
    from api.access.keys import Keys, Role

    typer.echo(Keys(data).add(name, Role.named(role)))


@keys.command("list")
def list_keys(*, data: Data = DEFAULT_DATA) -> None:
    """List the keys: name, role, since when, and until when if revoked."""
    from api.access.keys import Keys

    for key in Keys(data).all():
        until = f"  revoked {key.revoked}" if key.revoked else ""
        typer.echo(f"{key.name}  {key.role}  {key.created}{until}")


@keys.command()
def revoke(name: Name, *, data: Data = DEFAULT_DATA) -> None:
    """End a key: a server that is running refuses it from then on."""
    from api.access.keys import Keys

    Keys(data).revoke(name)
    typer.echo(f"the key {name} is revoked")
