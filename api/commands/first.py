"""`onrecord first`: who said it first."""

from typing import Annotated

import typer

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Shown
from api.terminal.scope import OfSpeaker
from api.terminal.spreading import spread


@spread
def first(
    topic: Annotated[
        str, typer.Argument(metavar="TOPIC", help="Narrower topics included.")
    ],
    *,
    asked: OfSpeaker,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show who spoke about TOPIC first, with all whom the dates cannot put later."""
    from api.terminal.sections import Section, show
    from graph.features.first_said import first_said

    wanted = asked.wanted(topic=topic)
    with stored.to_read() as store:
        found = first_said(store, wanted)
        heading = "The first" if found.certain else "One of these was the first"
        sections = [Section(heading, found.claims)] if found.claims else []
        answer = {"certain": found.certain, "claims": found.claims}
        show(store, answer, sections, format)
