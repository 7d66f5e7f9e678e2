"""`onrecord compare`: where actors agree, and where they oppose each other."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfTimeAndTopic, understood
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.terminal.sections import Section
    from graph.features.comparison import Comparison


@spread
def compare(
    actors: Annotated[
        list[str],
        typer.Argument(metavar="WHO WHO...", help="Two or more, by name or id."),
    ],
    *,
    asked: OfTimeAndTopic,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Compare actors, two at a time: their latest claims on each topic.

    Each is heard with all who speak for it.
    """
    from api.terminal.sections import show
    from graph.features.comparison import agreements

    wanted = asked.wanted()
    with stored.to_read() as store:
        with understood():
            found = agreements(store, actors, wanted, limit=limit)
        sections = (section for each in found for section in _sections(each))
        show(store, found, sections, format, nothing="none is for or against a topic")


def _sections(found: "Comparison") -> "Iterator[Section]":
    from api.terminal.sections import Section

    pair = f"{found.first} and {found.second}"
    for verb, contrasts in (("agree", found.agree), ("are opposed", found.oppose)):
        for each in contrasts:
            claims = (each.first.claim, each.second.claim)
            yield Section(f"{pair} {verb} on {each.topic.label}", claims)
    for name, alone in (
        (found.first, found.only_first),
        (found.second, found.only_second),
    ):
        for position in alone:
            heading = f"Only {name} on {position.topic.label}"
            yield Section(heading, (position.claim,))
