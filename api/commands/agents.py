"""`onrecord agents`: who is who across articles, and `onrecord identify`, the step."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.commands.deciding import add_decisions
from api.showing.plural import plural
from api.showing.printing import one_line
from api.terminal.choices import Output
from api.terminal.naming import Called, as_line
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from graph.catalogue.agent_list import AgentCard

SHOWN = 10
"""How many of an agent's articles are named."""

agents = typer.Typer(
    name="agents",
    no_args_is_help=True,
    help="Who is who: list, show, merge and split the agents of all articles.",
)


@spread
def identify(*, stored: Stored) -> None:
    """Find which names of several articles are one agent's, and which topics are one.

    It is careful, and may be run again at any time: what it found before is
    replaced, and what persons decided (agents, topics) stays.
    """
    from api.ingesting.naming import identify as run

    with stored.to_mend() as store:
        found = run(store)
    counts = plural(found.agents, "agent"), plural(found.topics, "topic")
    typer.echo(f"names found to be others: {', '.join(counts)}")


@agents.command("list")
@spread
def list_agents(
    words: Called = None,
    *,
    kind: Annotated[
        str | None,
        typer.Option(help="person, organization, country, group or unnamed."),
    ] = None,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """List those who speak, with how many claims: the most first."""
    from api.terminal.sections import tell
    from graph.catalogue.agent_list import agents as listed

    with stored.to_read() as store:
        found = listed(store, called=words, kind=kind, limit=limit).agents
    lines = (
        f"{each.claims:>8}  {one_line(f'{each.name}  ({each.kind}, {each.id})')}"
        for each in found
    )
    tell(found, lines, format)


@agents.command("show")
@spread
def show_agent(
    agent: Annotated[str, typer.Argument(metavar="AGENT", help="By id or name.")],
    *,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show an agent: titles, for whom it speaks, and what names it took, and why."""
    from api.terminal.sections import tell
    from graph.catalogue.agent_list import agent as known

    with stored.to_read() as store:
        card = known(store, agent)
    tell(card, _lines(card), format)


def _lines(card: "AgentCard") -> Iterator[str]:
    yield one_line(f"{card.name}  ({card.id}, {plural(card.claims, 'claim')})")
    for heading, several in (("role", card.roles), ("for", card.represents)):
        for name, claims in several:
            yield f"  {heading}: {one_line(name)} ({claims})"
    for article in card.articles[:SHOWN]:
        yield f"  article: {one_line(article)}"
    if len(card.articles) > SHOWN:
        yield f"  and {len(card.articles) - SHOWN} more articles"
    for each in card.identifications:
        yield f"  {as_line(each)}"


add_decisions(agents, "agents", merged="answers show A, whatever the step finds.")
