"""`onrecord first`: who said it first."""

from typing import Annotated

import typer

from api.choices import Output
from api.opening import Stored
from api.options import Shown
from api.scope import OfSpeaker
from api.spreading import spread


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
    from api.sections import Section, show
    from graph.features.first_said import first_said

    wanted = asked.wanted(topic=topic)
    with stored.to_read() as store:
        found = first_said(store, wanted)
        heading = "The first" if found.certain else "One of these was the first"
        sections = [Section(heading, found.claims)] if found.claims else []
        answer = {"certain": found.certain, "claims": found.claims}
        show(store, answer, sections, format)
