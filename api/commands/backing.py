"""`onrecord backing`: who supports whose demand."""

from api.choices import Output
from api.opening import Stored
from api.options import Limit, Shown, Speaker, Topic, Where
from api.spreading import spread


@spread
def backing(
    *,
    speaker: Speaker = None,
    topic: Topic = None,
    where: Where = None,
    limit: Limit = 200,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show demands with those who later supported or accepted them."""
    from api.scope import scope
    from api.sections import Section, show
    from graph.features.backing import backing as backed

    wanted = scope(speaker=speaker, topic=topic, where=where)
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
