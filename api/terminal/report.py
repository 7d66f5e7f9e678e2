"""What became of articles that were read, told on a terminal."""

from collections.abc import Sequence

import typer

from api.ingesting.tally import COPIED, REVISED, Tally
from api.showing.plural import plural
from api.showing.printing import one_line

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
    for title, items in (("refused", tally.refused), ("passed over", tally.ignored)):
        tell_reasons(title, "item", [(each.source, each.reason) for each in items])


def tell_reasons(title: str, noun: str, reasons: Sequence[tuple[str, str]]) -> None:
    """Say on standard error of how many things that is so, and of which, and why.

    Nothing is said where there are none.
    """
    if not reasons:
        return
    typer.echo(f"{title}: {plural(len(reasons), noun)}", err=True)
    for name, reason in reasons[:SHOWN]:
        typer.echo(f"  {one_line(name)}: {one_line(reason)}", err=True)
    if len(reasons) > SHOWN:
        typer.echo(f"  and {len(reasons) - SHOWN} more", err=True)
