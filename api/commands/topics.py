"""`onrecord topics`: what claims are about, as the user would have it."""

from typing import Annotated

import typer

from api.choices import Output
from api.commands.deciding import add_decisions
from api.naming import Called, told
from api.options import Base, Data, Scheme, Shown
from api.printing import one_line
from api.settings import DEFAULT_BASE, DEFAULT_DATA
from api.tally import plural

topics = typer.Typer(
    name="topics",
    no_args_is_help=True,
    help="What claims are about: list, show, rename, merge, split and nest topics.",
)

Which = Annotated[str, typer.Argument(metavar="TOPIC", help="By id or label.")]


@topics.command("list")
def list_topics(
    words: Called = None,
    *,
    minted: Annotated[
        bool | None,
        typer.Option(help="Only topics minted from texts, or only the scheme's."),
    ] = None,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """List the topics that claims have: the most first. * marks those minted."""
    from api.opening import to_read
    from api.sections import print_json
    from graph.topic_list import topics as listed

    with to_read(data, base, scheme) as store:
        found = listed(store, called=words, minted=minted)
    if format is Output.JSON:
        print_json(found)
        return
    for each in found:
        below = f" < {', '.join(each.broader)}" if each.broader else ""
        line = one_line(f"{'*' * each.minted}{each.label}  ({each.id}){below}")
        typer.echo(f"{each.claims:>8}  {line}")


@topics.command("show")
def show_topic(
    topic: Which,
    *,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Show a topic: its labels, its place in the scheme, what it took in, and why."""
    from api.opening import to_read
    from api.sections import print_json
    from graph.topic_list import topic as known

    with to_read(data, base, scheme) as store:
        card = known(store, topic)
    if format is Output.JSON:
        print_json(card)
        return
    entry = card.topic
    claims = plural(entry.claims, "claim") + ", minted" * entry.minted
    typer.echo(one_line(f"{entry.label}  ({entry.id}, {claims})"))
    for heading, several in (
        ("also", card.alt_labels),
        ("broader", entry.broader),
        ("narrower", card.narrower),
    ):
        for name in several:
            typer.echo(f"  {heading}: {one_line(name)}")
    for each in card.identifications:
        typer.echo(f"  {told(each)}")


@topics.command("rename")
def rename_topic(
    topic: Which,
    label: Annotated[
        str, typer.Argument(metavar="LABEL", help="What it is to be called.")
    ],
    *,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Give a topic another label; the old one still finds it."""
    from api.opening import to_mend
    from graph.decisions import rename

    with to_mend(data, base, scheme) as store:
        found = rename(store, topic, label)
    typer.echo(one_line(f"{found.name} is called {label}"))


add_decisions(topics, "topics", merged="its claims are on A.")


@topics.command("nest")
def nest_topic(
    topic: Which,
    broader: Annotated[
        str | None,
        typer.Argument(metavar="BROADER", help="The topic above; without, none is."),
    ] = None,
    *,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Put a topic under a broader one: who asks for that one finds both."""
    from api.opening import to_mend
    from graph.decisions import nest

    with to_mend(data, base, scheme) as store:
        below = nest(store, topic, broader)
    place = f"lies under {broader}" if broader else "lies under none"
    typer.echo(one_line(f"{below.name} {place}"))
