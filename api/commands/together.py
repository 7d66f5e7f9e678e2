"""`onrecord together`: topics that go together."""

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfSpeaker
from api.terminal.spreading import spread


@spread
def together(
    *,
    asked: OfSpeaker,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show pairs of topics that one speaker speaks on in one article.

    Below each pair stand claims of one speaker on both.
    """
    from api.terminal.evidence import of_pair
    from api.terminal.sections import Section, show
    from graph.features.topic_pairs import topic_pairs

    wanted = asked.wanted()
    with stored.to_read() as store:
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
