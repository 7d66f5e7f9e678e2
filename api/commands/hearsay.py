"""`onrecord hearsay`: who says that another said."""

from api.choices import Output
from api.options import Base, Data, Limit, Scheme, Shown, Speaker, Topic, Where
from api.settings import DEFAULT_BASE, DEFAULT_DATA


def hearsay(
    *,
    speaker: Speaker = None,
    topic: Topic = None,
    where: Where = None,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Show claims that are known from others' claims, with the chain of speakers."""
    from api.opening import to_read
    from api.scope import scope
    from api.sections import Section, show
    from graph.features.hearsay import hearsay as chains

    wanted = scope(speaker=speaker, topic=topic, where=where)
    with to_read(data, base, scheme) as store:
        found = chains(store, wanted, limit=limit)
        sections = [
            Section(", who has it from ".join(c.speaker.name for c in chain), chain)
            for chain in found
        ]
        show(store, found, sections, format)
