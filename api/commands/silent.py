"""`onrecord silent`: who never spoke about a topic."""

from typing import Annotated

import typer

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfTime
from api.terminal.spreading import spread


@spread
def silent(
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="Narrower topics included.")
    ],
    roster: Annotated[
        list[str] | None,
        typer.Argument(metavar="[WHO...]", help="Who is looked at; none: everybody."),
    ] = None,
    *,
    asked: OfTime,
    limit: Limit = 1000,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """List speakers of whom no claim on TOPIC is known.

    Of those named, neither they nor any who speaks for them; else each by itself.
    """
    from api.terminal.results import print_rows
    from api.terminal.sections import print_json
    from graph.features.silence import silent as quiet

    wanted = asked.wanted(topic=topic)
    with stored.to_read() as store:
        found = quiet(store, wanted, tuple(roster or ()), limit=limit)
    if format is Output.JSON:
        print_json(found)
    elif found:
        print_rows(("name", "id"), ((each.name, each.id) for each in found))
    else:
        typer.echo("everybody spoke about it", err=True)
