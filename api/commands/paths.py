"""`onrecord paths`: how agents and topics are joined, with the claims of each hop."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from api.showing.plural import plural
from api.terminal.choices import Direction, Mode, Output
from api.terminal.opening import Stored
from api.terminal.options import Confidence, Shown, Stances
from api.terminal.scope import OfTimeAndTopic, understood
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.terminal.sections import Section
    from graph.network.path_query import PathQuery
    from graph.network.paths import Path
    from graph.search.filters import ClaimFilter


@dataclass(frozen=True)
class Search:
    """How paths are sought, and which of them are given."""

    mode: Annotated[
        Mode, typer.Option(help="The shortest, several, or all up to three hops.")
    ] = Mode.SHORTEST
    k: Annotated[int, typer.Option("--k", help="How many k-shortest gives.")] = 5
    max_hops: Annotated[
        int | None,
        typer.Option(
            help="The longest path; else 6, or 3 of `all`.", show_default=False
        ),
    ] = None
    direction: Annotated[
        Direction, typer.Option(help="Any way, or from speaker to hearer or topic.")
    ] = Direction.ANY
    via: Annotated[
        list[str] | None, typer.Option(help="By way of this, in order. Repeatable.")
    ] = None
    exclude: Annotated[
        list[str] | None, typer.Option(help="Never by way of this. Repeatable.")
    ] = None
    max_degree: Annotated[
        int | None, typer.Option(help="Keep out hubs with more neighbours than this.")
    ] = None
    limit: Annotated[int, typer.Option(help="How many paths `all` gives.")] = 50
    seconds: Annotated[float, typer.Option(min=0, help="How long is searched.")] = 5

    def query(self, start: str, end: str, wanted: "ClaimFilter") -> "PathQuery":
        """The question for paths that the claims `wanted` make."""
        from graph.network import path_query as search

        given = vars(self) | {
            "mode": search.Mode(self.mode),
            "direction": search.Direction(self.direction),
            "via": tuple(self.via or ()),
            "exclude": tuple(self.exclude or ()),
        }
        with understood():
            return search.PathQuery(start, end, wanted=wanted, **given)


@spread
def paths(
    start: Annotated[
        str, typer.Argument(metavar="A", help="An agent or topic; agent:A, topic:A.")
    ],
    end: Annotated[str, typer.Argument(metavar="B", help="Another, named likewise.")],
    *,
    search: Search,
    stance: Stances = None,
    asked: OfTimeAndTopic,
    min_confidence: Confidence = None,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Show how A and B are joined through what they say, hop by hop.

    Each hop carries its claims, the ten newest of them.
    """
    from api.terminal.sections import show
    from graph.network.paths import paths as find

    wanted = asked.wanted(stance=stance, min_confidence=min_confidence)
    query = search.query(start, end, wanted)
    with stored.to_read() as store:
        found = find(store, query)
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
        count = plural(hop.total, "claim")
        newest = f", the newest {shown}" if shown < hop.total else ""
        yield Section(f"  {number}. {ends}: {count}{newest}", hop.claims)
