"""`onrecord webhooks`: who is told of new claims."""

from typing import Annotated

import typer

from api.settings import DEFAULT_DATA
from api.terminal.opening import Stored
from api.terminal.options import Data
from api.terminal.reading_options import AllowNetwork
from api.terminal.spreading import spread

webhooks = typer.Typer(
    name="webhooks",
    no_args_is_help=True,
    help="Webhooks: add, list, remove and send what tells others of new claims.",
)

Id = Annotated[str, typer.Argument(metavar="ID", help="The webhook's id.")]


@webhooks.command()
@spread
def add(
    url: Annotated[str, typer.Argument(metavar="URL", help="Where to send.")],
    query: Annotated[
        str,
        typer.Argument(metavar="[QUERY]", help="Of which claims; without, of all."),
    ] = "",
    *,
    allow_network: AllowNetwork = None,
    stored: Stored,
) -> None:
    """Tell an address of the claims of each article that comes in from now on.

    Prints the secret, by which the receiver knows that a message is ours. `serve`
    sends; without a server, `webhooks send` does.
    """
    from api.webhooks.courier import Courier
    from extract.fetching.addresses import network

    networks = tuple(str(network(each)) for each in allow_network or ())
    with stored.to_read() as store:
        made = Courier(store).subscribe(url, query, networks=networks)
    typer.echo(f"{made.id}\n{made.secret}")


@webhooks.command("list")
def list_webhooks(*, data: Data = DEFAULT_DATA) -> None:
    """List the webhooks: id, since when, where, and of which claims."""
    from api.webhooks.subscriptions import Subscriptions

    for each in Subscriptions(data).all():
        typer.echo(f"{each.id}  {each.created}  {each.url}  {each.query}".rstrip())


@webhooks.command()
def remove(id: Id, *, data: Data = DEFAULT_DATA) -> None:
    """End a webhook; what was not sent yet is not sent."""
    from api.webhooks.outbox import Outbox
    from api.webhooks.subscriptions import Subscriptions

    Subscriptions(data).remove(id)
    Outbox(data).drop(id)
    typer.echo(f"the webhook {id} is removed")


@webhooks.command()
def log(id: Id, *, data: Data = DEFAULT_DATA) -> None:
    """Show how its latest messages stand: waiting, taken, or what went wrong."""
    from api.showing.printing import one_line
    from api.webhooks.outbox import Outbox

    for each in Outbox(data).log(id):
        tries = f"{each.tries} tries"
        typer.echo(f"{each.id}  {each.article}  {tries}  {one_line(each.outcome)}")


@webhooks.command()
@spread
def send(*, stored: Stored) -> None:
    """Send what is due now, and end: for where no server runs."""
    from api.showing.plural import plural
    from api.webhooks.courier import Courier

    with stored.to_read() as store:
        taken = Courier(store).round()
    typer.echo(f"taken: {plural(taken, 'message')}")
