"""`onrecord together`: topics that go together."""

from api.choices import Output
from api.options import Base, Data, Limit, Scheme, Shown, Speaker, Where
from api.settings import DEFAULT_BASE, DEFAULT_DATA


def together(
    *,
    speaker: Speaker = None,
    where: Where = None,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Show pairs of topics that one speaker speaks on in one article.

    Below each pair stand claims of one speaker on both.
    """
    from api.evidence import of_pair
    from api.opening import to_read
    from api.scope import scope
    from api.sections import Section, show
    from graph.features.topic_pairs import topic_pairs

    wanted = scope(speaker=speaker, where=where)
    with to_read(data, base, scheme) as store:
        found = topic_pairs(store, wanted, limit=limit)
        sections = [
            Section(
                f"{each.first.label} and {each.second.label}:"
                f" {each.times} times, {each.speakers} speakers",
                of_pair(store, each, wanted) if format is Output.TABLE else (),
            )
            for each in found
        ]
        show(store, found, sections, format)
