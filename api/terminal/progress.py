"""How far an ingest is, on a terminal."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from api.ingesting.tally import Tally
from api.showing.plural import plural


@contextmanager
def shown(paths: Sequence[str]) -> Iterator[Callable[[Tally], None]]:
    """A bar for the items under these paths, and what moves it by one; nothing is
    shown but on a terminal."""
    if not sys.stderr.isatty():
        yield lambda tally: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    from extract import reading

    counts = TextColumn("{task.fields[counts]}")
    columns = (BarColumn(), MofNCompleteColumn(), counts, TimeLeft())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=reading.count(paths), counts="")

        def advance(tally: Tally) -> None:
            speed = progress.tasks[0].speed or 0.0
            progress.update(task, advance=1, counts=_counts(tally, speed))

        yield advance


def _counts(tally: Tally, speed: float) -> str:
    claims, errors = plural(tally.claims, "claim"), len(tally.refused)
    return f"articles ({speed:.1f}/s), {claims}, {plural(errors, 'error')}"
