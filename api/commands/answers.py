"""`onrecord answers`: demands, what was answered, and after how long."""

from typing import TYPE_CHECKING, Annotated

import typer

from api.showing.plural import plural
from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown, Speaker
from api.terminal.scope import OfTimeAndTopic
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.terminal.sections import Section
    from graph.features.answers import Demand


@spread
def answers(
    *,
    speaker: Speaker = None,
    addressee: Annotated[
        list[str] | None, typer.Option(help="To whom the demand is put. Repeatable.")
    ] = None,
    asked: OfTimeAndTopic,
    within: Annotated[
        int, typer.Option(min=0, help="Days after which nothing is an answer.")
    ] = 365,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help="Only demands without an answer.")
    ] = False,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show demands with a date, the newest first, each with what may answer it."""
    from api.terminal.sections import show
    from graph.features.answers import answers as replies

    wanted = asked.wanted(speaker=speaker, addressee=addressee)
    with stored.to_read() as store:
        found = replies(
            store, wanted, within=within, unanswered=unanswered, limit=limit
        )
        show(store, found, map(_section, found), format)


def _section(found: "Demand") -> "Section":
    from api.terminal.sections import Section

    heading = f"A demand of {found.demand.speaker.name}, {_answered(found.days)}"
    return Section(heading, (found.demand, *found.answers))


def _answered(days: int | None) -> str:
    if days is None:
        return "not answered"
    return f"answered after {plural(days, 'day')}" if days else "answered the same day"
