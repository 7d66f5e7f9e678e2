"""`onrecord shifts`: who went from for to against, or back."""

from typing import Annotated

import typer

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown, Who
from api.terminal.scope import OfTimeAndTopic
from api.terminal.spreading import spread


@spread
def shifts(
    who: Who = None,
    *,
    asked: OfTimeAndTopic,
    demands: Annotated[
        bool, typer.Option("--demands", help="Only demands that were dropped.")
    ] = False,
    limit: Limit = 100,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show where a speaker turned over its stance on a topic, with both claims.

    Each is compared with itself; WHO and all who speak for it count as one.
    """
    from api.terminal.sections import Section, show
    from graph.features.shifts import dropped
    from graph.features.shifts import shifts as turned

    wanted = asked.wanted()
    with stored.to_read() as store:
        if demands:
            found = dropped(store, wanted, voice=who)[:limit]
        else:
            found = turned(store, wanted, voice=who, limit=limit)
        sections = [
            Section(
                f"{each.after.speaker.name} on {each.topic.label}:"
                f" {each.before.stance}, then {each.after.stance}",
                (each.before, each.after),
            )
            for each in found
        ]
        show(store, found, sections, format, nothing="no shift is known")
