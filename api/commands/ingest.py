"""`onrecord ingest`: articles into the store, with the claims found in them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.terminal.opening import Stored
from api.terminal.options import Tagger
from api.terminal.progress import shown
from api.terminal.reading_options import (
    Engine,
    Engines,
    MaybeInputs,
    Reading,
    Scheduler,
)
from api.terminal.report import report
from api.terminal.spreading import spread

if TYPE_CHECKING:
    from api.ingesting.extracting import Extraction


@dataclass(frozen=True)
class Extracting:
    """Where articles are extracted: in this process, or on a cluster."""

    engine: Engines = Engine.HERE
    scheduler: Scheduler = None

    @contextmanager
    def here_or_there(
        self, workers: int, tagger: str | None, topics: Sequence[Path]
    ) -> "Iterator[Extraction]":
        """How articles are extracted, for as long as a run goes on."""
        from api.ingesting.extracting import extracted

        if self.engine is Engine.HERE:
            if self.scheduler:
                raise typer.BadParameter("--scheduler is for --engine dask")
            yield extracted
            return
        from api.ingesting.cluster import cluster

        with cluster(self.scheduler, workers, tagger=tagger, topics=topics) as found:
            yield found.extracted


@spread
def ingest(
    paths: MaybeInputs = None,
    *,
    stored: Stored,
    tagger: Tagger = None,
    how: Reading,
    extracting: Extracting,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Read again what failed before.")
    ] = False,
    identify: Annotated[
        bool,
        typer.Option(help="Find afterwards which names are one agent's or topic's."),
    ] = True,
) -> None:
    """Read articles, find their claims and store both.

    What was stored before is left as it is, or replaced where the extractor has
    changed. A run that was interrupted goes on where it was. Exit status 1 if
    anything was refused; the rest is stored all the same.
    """
    from api.ingesting.journal import Journal
    from api.ingesting.naming import identify as find_names
    from api.ingesting.run import Run
    from extract import pipeline, reading

    inputs = _inputs(paths, retry_failed)
    options = how.options(inputs)
    topics = stored.scheme or ()
    with stored.to_write() as store, Journal(store.path, inputs) as journal:
        failed = list(journal.failures) if retry_failed else []
        sources, options = [*inputs, *failed], replace(options, done=journal.done)
        items = reading.read(sources, published=how.published, options=options)
        extractor = pipeline.load(tagger=tagger, topics=topics)
        with (
            extracting.here_or_there(how.workers, tagger, topics) as extraction,
            shown(sources) as advance,
        ):
            run = Run(store, extractor, journal, advance, extraction)
            tally = run.ingest(items)
        journal.retried(failed, tally.refused)
        if identify and tally.changed:
            find_names(store)
    report(tally)
    raise typer.Exit(1 if tally.refused else 0)


def _inputs(paths: list[str] | None, retry_failed: bool) -> list[str]:
    if not paths and not retry_failed:
        raise typer.BadParameter("name what to read, or give --retry-failed")
    return paths or []
