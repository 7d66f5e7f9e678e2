"""`onrecord backing`: who supports whose demand."""

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfSpeakerAndTopic
from api.terminal.spreading import spread


@spread
def backing(
    *,
    asked: OfSpeakerAndTopic,
    limit: Limit = 200,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show demands with those who later supported or accepted them."""
    from api.terminal.sections import Section, show
    from graph.features.backing import backing as backed

    wanted = asked.wanted()
    with stored.to_read() as store:
        found = backed(store, wanted, limit=limit)
        sections = [
            Section(
                f"The demand of {each.demand.speaker.name} on {each.topic.label}, and"
                f" its support",
                (each.demand, *each.support),
            )
            for each in found
        ]
        show(store, found, sections, format)
