"""`onrecord ingest`: articles into the store, with the claims found in them."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from api.options import Base, Data, Inputs, Published, Scheme
from api.printing import one_line
from api.settings import DEFAULT_BASE, DEFAULT_DATA

if TYPE_CHECKING:
    from extract.reading import Item, Unreadable
    from ontology.claim import Article

SHOWN = 20
"""How many refused items, and how many passed over, are listed by name."""


@dataclass
class Tally:
    """What became of the articles."""

    outcomes: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    refused: "list[Unreadable]" = field(default_factory=list)
    ignored: "list[Unreadable]" = field(default_factory=list)

    def passing(self, items: "Iterable[Item]") -> "Iterator[Article]":
        """The articles among the items; the others are noted here."""
        from ontology.claim import Article

        for item in items:
            if isinstance(item, Article):
                yield item
            else:
                (self.ignored if item.ignored else self.refused).append(item)


def ingest(
    paths: Inputs,
    *,
    published: Published = None,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
) -> None:
    """Read articles, find their claims and store both.

    What was stored before is left as it is, or replaced where the extractor has
    changed. Exit status 1 if anything was refused; the rest is stored all the same.
    """
    from extract import pipeline, reading
    from graph.store import Store

    tally = Tally()
    articles = tally.passing(reading.read(paths, published=published))
    files = scheme or ()
    with (
        Store.open(data, base=base, topics=files) as store,
        _progress(paths) as advance,
    ):
        for article, claims in pipeline.load(topics=files).extract(articles):
            tally.outcomes[str(store.put(article, claims))] += 1
            tally.claims += len(claims)
            advance()
    report(tally)
    raise typer.Exit(1 if tally.refused else 0)


@contextmanager
def _progress(paths: list[str]) -> Iterator[Callable[[], None]]:
    """A progress bar on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    from extract import reading

    columns = (BarColumn(), MofNCompleteColumn(), "articles", TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=reading.count(paths))
        yield lambda: progress.advance(task)


def report(tally: Tally) -> None:
    """Say what was stored, on standard output, and what was not, on standard error."""
    total = tally.outcomes.total()
    kinds = ("added", "unchanged", "replaced")
    counts = ", ".join(f"{tally.outcomes[kind]} {kind}" for kind in kinds)
    typer.echo(f"{plural(total, 'article')}: {counts}; {plural(tally.claims, 'claim')}")
    tell_refused(tally)


def tell_refused(tally: Tally) -> None:
    """Say on standard error what gave no article, and why."""
    _list("refused", tally.refused)
    _list("passed over", tally.ignored)


def _list(title: str, items: "list[Unreadable]") -> None:
    if not items:
        return
    typer.echo(f"{title}: {plural(len(items), 'item')}", err=True)
    for item in items[:SHOWN]:
        typer.echo(f"  {one_line(item.source)}: {one_line(item.reason)}", err=True)
    if len(items) > SHOWN:
        typer.echo(f"  and {len(items) - SHOWN} more", err=True)


def plural(number: int, noun: str) -> str:
    """The number with its noun.

    >>> plural(1, "claim"), plural(2, "claim")
    ('1 claim', '2 claims')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
