"""What became of articles that were read, told on a terminal."""

from typing import TYPE_CHECKING

import typer

from api.ingesting.tally import COPIED, REVISED, Tally
from api.showing.printing import one_line

if TYPE_CHECKING:
    from extract.reading import Unreadable

SHOWN = 20
"""How many refused items, and how many passed over, are listed by name."""


def report(tally: Tally) -> None:
    """Say what was stored, on standard output, and what was not, on standard error."""
    total = tally.outcomes.total()
    typer.echo(
        f"{plural(total, 'article')}: {counts(tally)}; {plural(tally.claims, 'claim')}"
    )
    tell_refused(tally)


def counts(tally: Tally) -> str:
    """What became of the articles, in words; revisions and copies if there are any.

    >>> from collections import Counter
    >>> counts(Tally(Counter(added=2, revised=1)))
    '2 added, 0 unchanged, 0 replaced, 1 revised'
    """
    kinds = ("added", "unchanged", "replaced")
    some = [kind for kind in (REVISED, COPIED) if tally.outcomes[kind]]
    return ", ".join(f"{tally.outcomes[kind]} {kind}" for kind in (*kinds, *some))


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
