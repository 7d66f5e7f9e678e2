"""`onrecord stats`, `check`, `reindex`, `compact`: looking after what is stored."""

from dataclasses import asdict

import typer

from api.choices import Output
from api.options import Base, Data, Scheme, Shown
from api.printing import one_line
from api.settings import DEFAULT_BASE, DEFAULT_DATA


def stats(
    *,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Count what is stored; sizes are in bytes."""
    from api.opening import to_read
    from api.sections import print_json
    from graph.care import stats as counted

    with to_read(data, base, scheme) as store:
        found = counted(store)
    if format is Output.JSON:
        print_json(found)
        return
    for name, number in asdict(found).items():
        typer.echo(f"{name.replace('_', ' '):<16} {number:>14,}")


def check(
    *,
    format: Shown = Output.TABLE,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Check that the graph can be read and that the read model says the same.

    Exit status 1 if anything does not fit; `reindex` then mends the read model.
    """
    from api.opening import to_read
    from api.sections import print_json
    from graph.care import check as faults

    with to_read(data, base, scheme) as store:
        found, articles = faults(store), len(store.article_ids())
    if format is Output.JSON:
        print_json({"articles": articles, "faults": found})
    else:
        typer.echo(f"articles: {articles}, faults: {len(found)}")
        for fault in found:
            typer.echo(one_line(fault))
    raise typer.Exit(1 if found else 0)


def reindex(
    *, data: Data = DEFAULT_DATA, base: Base = DEFAULT_BASE, scheme: Scheme = None
) -> None:
    """Build the read model, which questions are put to, anew from the graph.

    Articles that were stored before copies were looked for, or loaded from a dump, are
    compared: a claim that several of them carry counts once.
    """
    from api.ingesting.copies import mark
    from api.opening import to_mend
    from graph.care import reindex as rebuild
    from graph.search.filters import ClaimFilter
    from graph.search.query import find

    with to_mend(data, base, scheme) as store:
        rebuild(store)
        copies = mark(store)
        claims = find(store, ClaimFilter(), limit=1).total
    typer.echo(f"indexed: {claims} claims; articles found to be copies: {copies}")


def compact(
    *, data: Data = DEFAULT_DATA, base: Base = DEFAULT_BASE, scheme: Scheme = None
) -> None:
    """Make the files smaller and queries quicker; worth it after a large load."""
    from api.opening import to_mend
    from graph.care import compact as shrink
    from graph.care import size

    before = size(data)
    with to_mend(data, base, scheme) as store:
        shrink(store)
    typer.echo(f"{before:,} bytes before, {size(data):,} after")
