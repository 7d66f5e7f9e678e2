"""`onrecord stats`, `check`, `reindex`, `compact`: looking after what is stored."""

from dataclasses import asdict

import typer

from api.showing.printing import one_line
from api.terminal.choices import Output
from api.terminal.opening import Stored
from api.terminal.options import Shown
from api.terminal.spreading import spread


@spread
def stats(
    *,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Count what is stored; sizes are in bytes."""
    from api.terminal.sections import tell
    from graph.care import stats as counted

    with stored.to_read() as store:
        found = counted(store)
    lines = (
        f"{name.replace('_', ' '):<16} {number:>14,}"
        for name, number in asdict(found).items()
    )
    tell(found, lines, format)


@spread
def check(
    *,
    format: Shown = Output.TABLE,
    stored: Stored,
) -> None:
    """Check that the graph can be read and that the read model says the same.

    Exit status 1 if anything does not fit; `reindex` then mends the read model.
    """
    from api.terminal.sections import tell
    from graph.care import check as faults

    with stored.to_read() as store:
        found, articles = faults(store), len(store.article_ids())
    counts = f"articles: {articles}, faults: {len(found)}"
    answer = {"articles": articles, "faults": found}
    tell(answer, (counts, *map(one_line, found)), format)
    raise typer.Exit(1 if found else 0)


@spread
def reindex(*, stored: Stored) -> None:
    """Build the read model, which questions are put to, anew from the graph.

    Articles that were stored before copies were looked for, or loaded from a dump, are
    compared: a claim that several of them carry counts once.
    """
    from api.ingesting.copies import mark
    from graph.care import reindex as rebuild
    from graph.search.filters import ClaimFilter
    from graph.search.query import find

    with stored.to_mend() as store:
        rebuild(store)
        copies = mark(store)
        claims = find(store, ClaimFilter(), limit=1).total
    typer.echo(f"indexed: {claims} claims; articles found to be copies: {copies}")


@spread
def compact(*, stored: Stored) -> None:
    """Make the files smaller and queries quicker; worth it after a large load."""
    from graph.care import compact as shrink
    from graph.care import size

    before = size(stored.data)
    with stored.to_mend() as store:
        shrink(store)
    typer.echo(f"{before:,} bytes before, {size(stored.data):,} after")
