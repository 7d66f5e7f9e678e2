"""`onrecord exclusives`: what only one outlet has."""

from typing import Annotated

import typer

from api.terminal.choices import Output, Sameness
from api.terminal.opening import Stored
from api.terminal.options import Limit, Outlet, Shown
from api.terminal.scope import OfSpeakerAndTopic
from api.terminal.spreading import spread


@spread
def exclusives(
    *,
    outlet: Outlet = None,
    asked: OfSpeakerAndTopic,
    same: Annotated[
        Sameness,
        typer.Option(help="When others have it: the same words, or the same stance."),
    ] = Sameness.WORDS,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show claims that no other outlet has; by words, only quotes are looked at."""
    from api.terminal.sections import Section, show
    from graph.features import exclusives as feature

    wanted = asked.wanted(outlet=outlet)
    with stored.to_read() as store:
        kind = feature.Sameness(same)
        found = feature.exclusives(store, wanted, same=kind, limit=limit)
        sections = [Section("In one outlet only", found)] if found else []
        show(store, found, sections, format)
