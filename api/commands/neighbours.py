"""`onrecord neighbours`: whom and what an agent or topic is joined to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.showing.plural import plural
from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Limit, Shown
from api.terminal.scope import OfTimeAndTopic, understood
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.terminal.sections import Section
    from graph.network.links import Subgraph
    from graph.search.filters import ClaimFilter
    from graph.store import Store

HOW = {"topic": "", "addressee": ", said to it", "target": ", aimed at it"}
"""What a link's role says of its end."""


@spread
def neighbours(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="WHO...", help="An agent or topic; several: what joins them."
        ),
    ],
    *,
    depth: Annotated[int, typer.Option(help="How many hops away, up to 3.")] = 1,
    each: Annotated[int, typer.Option(help="Neighbours of a node, at most.")] = 30,
    most: Annotated[int, typer.Option(help="Nodes in all, at most.")] = 150,
    max_hops: Annotated[
        int, typer.Option(min=1, max=8, help="The longest way between two of several.")
    ] = 6,
    only: Annotated[
        bool, typer.Option("--only", help="Only links among those named.")
    ] = False,
    asked: OfTimeAndTopic,
    limit: Limit = 50,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show what surrounds WHO, the links with most claims first.

    Below each link stands its newest claim. As JSON: the nodes and all links.
    """
    from api.terminal.sections import show
    from graph.network.neighbourhood import among, joining, neighbourhood

    wanted = asked.wanted()
    with stored.to_read() as store:
        with understood():
            if only:
                found = among(store, names, wanted)
            elif len(names) > 1:
                found = joining(store, names, wanted, max_hops=max_hops)
            else:
                found = neighbourhood(
                    store, names[0], wanted, depth=depth, each=each, most=most
                )
        show(store, found, _sections(store, found, wanted, limit), format)
    if found.truncated or (format is Output.TABLE and limit < len(found.links)):
        typer.echo("there is more than is shown", err=True)


def _sections(
    store: "Store", found: "Subgraph", wanted: "ClaimFilter", limit: int
) -> "Iterator[Section]":
    from api.terminal.evidence import of_link
    from api.terminal.sections import Section

    for link in found.links[:limit]:
        count = plural(link.claims, "claim")
        ends = f"{link.start.label} → {link.end.label}"
        heading = f"{ends}: {link.stance}{HOW[link.role]} ({count})"
        yield Section(heading, of_link(store, link, wanted))
