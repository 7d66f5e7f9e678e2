"""`onrecord load`: articles and claims from a dump, with nothing extracted."""

from pathlib import Path
from typing import Annotated

import typer

from api.showing.plural import plural
from api.terminal.opening import Stored
from api.terminal.report import tell_reasons
from api.terminal.spreading import spread


@spread
def load(
    dump: Annotated[
        Path,
        typer.Argument(
            exists=True,
            dir_okay=False,
            metavar="DUMP",
            help="An export with a graph for each article: .nq or .trig.",
        ),
    ],
    *,
    stored: Stored,
) -> None:
    """Store what `export` wrote: articles, claims, reviews, names, relations.

    What is stored already stays, or is replaced where the dump has it otherwise.
    Exit status 1 if a graph was refused; the rest is stored all the same.
    """
    from api.ingesting.copies import follow
    from graph.dumps.reading import load as read
    from graph.outcome import Outcome

    with stored.to_write() as store:
        found = read(store, dump)
        follow(store)
    counts = ", ".join(f"{found.outcomes[kind]} {kind}" for kind in Outcome)
    articles = plural(found.outcomes.total(), "article")
    others = (
        plural(found.reviews, "review"),
        plural(found.names, "name"),
        plural(found.relations, "relation"),
    )
    typer.echo(f"{articles}: {counts}; {', '.join(others)}")
    reasons = [(each.graph, each.reason) for each in found.refused]
    tell_reasons("refused", "graph", reasons)
    raise typer.Exit(1 if found.refused else 0)
