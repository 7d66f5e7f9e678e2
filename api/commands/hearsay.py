"""`onrecord hearsay`: who says that another said."""

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfSpeakerAndTopic
from api.terminal.spreading import spread


@spread
def hearsay(
    *,
    asked: OfSpeakerAndTopic,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show claims that are known from others' claims, with the chain of speakers."""
    from api.terminal.sections import Section, show
    from graph.features.hearsay import hearsay as chains

    wanted = asked.wanted()
    with stored.to_read() as store:
        found = chains(store, wanted, limit=limit)
        sections = [
            Section(", who has it from ".join(c.speaker.name for c in chain), chain)
            for chain in found
        ]
        show(store, found, sections, format)
