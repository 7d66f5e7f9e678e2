"""`onrecord paths`: how agents and topics are joined, with the claims of each hop."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal.choices import Direction, Mode, Output
from api.terminal.opening import Stored
from api.terminal.options import Confidence, Shown, Stances
from api.terminal.scope import OfTimeAndTopic, understood
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.terminal.sections import Section
    from graph.network.paths import Path


@spread
def paths(
    start: Annotated[
        str, typer.Argument(metavar="A", help="An agent or topic; agent:A, topic:A.")
    ],
    end: Annotated[str, typer.Argument(metavar="B", help="Another, named likewise.")],
    *,
    mode: Annotated[
        Mode, typer.Option(help="The shortest, several, or all up to three hops.")
    ] = Mode.SHORTEST,
    k: Annotated[int, typer.Option("--k", help="How many k-shortest gives.")] = 5,
    max_hops: Annotated[
        int | None,
        typer.Option(
            help="The longest path; else 6, or 3 of `all`.", show_default=False
        ),
    ] = None,
    direction: Annotated[
        Direction, typer.Option(help="Any way, or from speaker to hearer or topic.")
    ] = Direction.ANY,
    stance: Stances = None,
    asked: OfTimeAndTopic,
    min_confidence: Confidence = None,
    via: Annotated[
        list[str] | None, typer.Option(help="By way of this, in order. Repeatable.")
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(help="Never by way of this. Repeatable.")
    ] = None,
    max_degree: Annotated[
        int | None, typer.Option(help="Keep out hubs with more neighbours than this.")
    ] = None,
    limit: Annotated[int, typer.Option(help="How many paths `all` gives.")] = 50,
    seconds: Annotated[float, typer.Option(min=0, help="How long is searched.")] = 5,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show how A and B are joined through what they say, hop by hop.

    Each hop carries its claims, the ten newest of them.
    """
    from api.terminal.sections import show
    from graph.network import paths as search

    wanted = asked.wanted(stance=stance, min_confidence=min_confidence)
    with understood():
        query = search.PathQuery(
            start,
            end,
            mode=search.Mode(mode),
            k=k,
            max_hops=max_hops,
            direction=search.Direction(direction),
            wanted=wanted,
            via=tuple(via or ()),
            exclude=tuple(exclude or ()),
            max_degree=max_degree,
            limit=limit,
            seconds=seconds,
        )
    with stored.to_read() as store:
        found = search.paths(store, query)
        sections = (each for path in found.paths for each in _sections(path))
        show(store, found, sections, format, nothing="no path joins them")
    if found.truncated:
        typer.echo("there may be more: the search was cut short", err=True)


def _sections(path: "Path") -> "Iterator[Section]":
    from api.terminal.sections import Section

    if not path.hops:
        yield Section("Both are the same")
        return
    stops = [path.hops[0].start, *(hop.end for hop in path.hops)]
    yield Section(" – ".join(stop.label for stop in stops))
    for number, hop in enumerate(path.hops, start=1):
        ends = f"{hop.start.label} – {hop.end.label}"
        shown = len(hop.claims)
        count = f"{hop.total} claims" if hop.total > 1 else "1 claim"
        newest = f", the newest {shown}" if shown < hop.total else ""
        yield Section(f"  {number}. {ends}: {count}{newest}", hop.claims)
