"""`onrecord ingest`: articles into the store, with the claims found in them."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from api.options import Base, Data, Inputs, Published, Scheme
from api.settings import DEFAULT_BASE, DEFAULT_DATA
from api.tally import Tally, report

if TYPE_CHECKING:
    from graph.store import Store
    from ontology.claim import Article, Claim, Extractor


def ingest(
    paths: Inputs = None,
    *,
    published: Published = None,
    data: Data = DEFAULT_DATA,
    base: Base = DEFAULT_BASE,
    scheme: Scheme = None,
    column: Columns = None,
    workers: Workers = 1,
    contact: Contact = "",
    delay: Delay = 1.0,
    allow_network: AllowNetwork = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what failed before.")
    ] = False,
) -> None:
    """Read articles, find their claims and store both.

    What was stored before is left as it is, or replaced where the extractor has
    changed. Exit status 1 if anything was refused; the rest is stored all the same.
    """
    from api.extracting import extracted
    from api.opening import to_write
    from extract import pipeline, reading

    tally = Tally()
    articles = tally.passing(reading.read(paths, published=published))
    with to_write(data, base, scheme) as store, _progress(paths) as advance:
        extractor = pipeline.load(topics=scheme or ())
        new = _not_held(store, articles, extractor.program, tally, advance)
        for article, claims in extracted(extractor, new, tally):
            _put(store, article, claims, extractor.program, tally)
            advance()
    report(tally)
    raise typer.Exit(1 if tally.refused else 0)


def _not_held(
    store: "Store",
    articles: "Iterable[Article]",
    program: "Extractor",
    tally: Tally,
    advance: Callable[[], None],
) -> "Iterator[Article]":
    """The articles that this extractor has not read before; the others are noted."""
    from graph.holdings import claims_held

    for article in articles:
        held = claims_held(store, article, program)
        if held is None:
            yield article
        else:
            tally.note("unchanged", held)
            advance()


def _put(
    store: "Store",
    article: "Article",
    claims: "tuple[Claim, ...]",
    program: "Extractor",
    tally: Tally,
) -> None:
    """Store an article, or refuse it: only what is wrong with the store stops."""
    from ontology.errors import BadInput

    try:
        outcome = store.put(article, claims, extractor=program)
    except BadInput as error:
        tally.refuse(article, str(error))
    else:
        tally.note(str(outcome), len(claims))


@contextmanager
def _progress(paths: list[str]) -> Iterator[Callable[[Tally], None]]:
    """A progress bar on a terminal, nothing anywhere else."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    from extract import reading

    told = TextColumn("{task.fields[told]}")
    columns = (BarColumn(), MofNCompleteColumn(), told, TimeLeft())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=reading.count(paths), told="")

        def advance(tally: Tally) -> None:
            speed = progress.tasks[0].speed or 0.0
            told = (
                f"articles ({speed:.1f}/s), {plural(tally.claims, 'claim')},"
                f" {plural(len(tally.refused), 'error')}"
            )
            progress.update(task, advance=1, told=told)

        yield advance
