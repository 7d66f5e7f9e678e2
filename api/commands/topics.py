"""`onrecord topics`: what claims are about, as the user would have it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.deciding import add_decisions
from api.showing.plural import plural
from api.showing.printing import one_line
from api.terminal.choices import Output
from api.terminal.naming import Called, Decider, as_line
from api.terminal.opening import Stored
from api.terminal.options import Shown
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.catalogue.topic_list import TopicCard, TopicEntry

topics = typer.Typer(
    name="topics",
    no_args_is_help=True,
    help="What claims are about: list, show, rename, merge, split and nest topics.",
)

Which = Annotated[str, typer.Argument(metavar="TOPIC", help="By id or label.")]


@topics.command("list")
@spread
def list_topics(
    words: Called = None,
    *,
    minted: Annotated[
        bool | None,
        typer.Option(help="Only topics minted from texts, or only the scheme's."),
    ] = None,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """List the topics that claims have: the most first. * marks those minted."""
    from api.terminal.sections import tell
    from graph.catalogue.topic_list import topics as listed

    with stored.to_read() as store:
        found = listed(store, called=words, minted=minted).topics
    tell(found, map(_line, found), format)


def _line(topic: "TopicEntry") -> str:
    below = f" < {', '.join(topic.broader)}" if topic.broader else ""
    named = one_line(f"{'*' * topic.minted}{topic.label}  ({topic.id}){below}")
    return f"{topic.claims:>8}  {named}"


@topics.command("show")
@spread
def show_topic(
    topic: Which,
    *,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show a topic: its labels, its place in the scheme, what it took in, and why."""
    from api.terminal.sections import tell
    from graph.catalogue.topic_list import topic as known

    with stored.to_read() as store:
        card = known(store, topic)
    tell(card, _lines(card), format)


def _lines(card: "TopicCard") -> Iterator[str]:
    entry = card.topic
    claims = plural(entry.claims, "claim") + ", minted" * entry.minted
    yield one_line(f"{entry.label}  ({entry.id}, {claims})")
    for heading, several in (
        ("also", card.alt_labels),
        ("broader", entry.broader),
        ("narrower", card.narrower),
    ):
        for name in several:
            yield f"  {heading}: {one_line(name)}"
    for what, made in card.changes.items():
        why = f": {made.reason}" if made.reason else ""
        yield f"  {what}: {one_line(f'by {made.by} at {made.at}{why}')}"
    for each in card.identifications:
        yield f"  {as_line(each)}"


@topics.command("rename")
@spread
def rename_topic(
    topic: Which,
    label: Annotated[
        str, typer.Argument(metavar="LABEL", help="What it is to be called.")
    ],
    *,
    decider: Decider,
    stored: Stored,
) -> None:
    """Give a topic another label; the old one still finds it."""
    from graph.decisions import rename

    with stored.to_mend() as store:
        found = rename(store, topic, label, decider.decision())
    typer.echo(one_line(f"{found.name} is called {label}"))


add_decisions(topics, "topics", merged="its claims are on A.")


@topics.command("nest")
@spread
def nest_topic(
    topic: Which,
    broader: Annotated[
        str | None,
        typer.Argument(metavar="BROADER", help="The topic above; without, none is."),
    ] = None,
    *,
    decider: Decider,
    stored: Stored,
) -> None:
    """Put a topic under a broader one: who asks for that one finds both."""
    from graph.decisions import nest

    with stored.to_mend() as store:
        below = nest(store, topic, broader, decider.decision())
    place = f"lies under {broader}" if broader else "lies under none"
    typer.echo(one_line(f"{below.name} {place}"))
