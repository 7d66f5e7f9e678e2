"""`onrecord backing`: who supports whose demand."""

from api.choices import Output
from api.options import Base, Data, Limit, Scheme, Shown, Speaker, Topic, Where
from api.settings import DEFAULT_BASE, DEFAULT_DATA


def backing(
    *,
    speaker: Speaker = None,
    topic: Topic = None,
    where: Where = None,
    limit: Limit = 200,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Show demands with those who later supported or accepted them."""
    from api.opening import to_read
    from api.scope import scope
    from api.sections import Section, show
    from graph.features.backing import backing as backed

    wanted = scope(speaker=speaker, topic=topic, where=where)
    with to_read(data, base, scheme) as store:
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
