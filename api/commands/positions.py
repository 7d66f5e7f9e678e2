"""`onrecord positions`: where somebody stands, topic by topic."""

from typing import TYPE_CHECKING

import typer

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown, Who
from api.terminal.scope import OfTimeAndTopic
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from ontology.claim import Claim


@spread
def positions(
    who: Who = None,
    *,
    asked: OfTimeAndTopic,
    limit: Limit = 100,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show the latest claim of WHO on each topic.

    Without WHO, --topic shows the latest claim of each speaker on it.
    """
    from api.terminal.sections import Section, show
    from graph.features.positions import positions as latest
    from graph.features.positions import stands

    if not who and not asked.topic:
        raise typer.BadParameter("give WHO, or --topic for where each speaker stands")
    wanted = asked.wanted(speaker=who)
    with stored.to_read() as store:
        if who:
            found = latest(store, wanted, limit=limit)
            rows = [(each.topic.label, each.claims, each.claim) for each in found]
            answer: object = found
        else:
            answer = everyone = stands(store, wanted, limit=limit)
            rows = [(each.speaker.name, each.claims, each.claim) for each in everyone]
        sections = [
            Section(_heading(name, n, claim), (claim,)) for name, n, claim in rows
        ]
        show(store, answer, sections, format)


def _heading(name: str, claims: int, shown: "Claim") -> str:
    if claims == 1:
        return name
    dated = shown.date.earliest or shown.date.latest
    which = "the latest of" if dated else "no date is known of any of"
    return f"{name}: {which} {claims} claims"
