"""`onrecord watch`: feeds polled, and what is new in them ingested."""

import time
from typing import Annotated

import typer

from api.terminal.opening import Stored
from api.terminal.options import Tagger
from api.terminal.reading_options import Fetching
from api.terminal.report import report
from api.terminal.spreading import spread


@spread
def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEED...", help="URLs of RSS or Atom feeds.")
    ],
    *,
    every: Annotated[
        float, typer.Option(min=1.0, metavar="MINUTES", help="Time between two polls.")
    ] = 15.0,
    once: Annotated[
        bool, typer.Option("--once", help="Poll once and stop, as cron wants it.")
    ] = False,
    stored: Stored,
    tagger: Tagger = None,
    how: Fetching,
) -> None:
    """Poll feeds and ingest the articles that are new in them.

    A feed that has not changed is not sent again. The store is open during a poll
    alone, so that others may write between two. Stop it with Ctrl-C.
    """
    from api.ingesting.journal import Journal
    from api.ingesting.polling import Feeds, sources
    from api.ingesting.run import Run
    from extract import pipeline

    watched = Feeds(how.fetcher(), stored.data)
    extractor = pipeline.load(tagger=tagger, topics=stored.scheme or ())
    while True:
        with (
            stored.to_write() as store,
            Journal(store.path, ["watch", *feeds]) as journal,
        ):
            items = watched.new(feeds, sources(store).__contains__)
            tally = Run(store, extractor, journal).ingest(items)
        report(tally)
        if once:
            raise typer.Exit(1 if tally.refused else 0)
        time.sleep(every * 60)
