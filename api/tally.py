"""What became of articles that were read, and how that is told."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import typer

from api.printing import one_line

if TYPE_CHECKING:
    from extract.reading import Item, Unreadable
    from ontology.claim import Article

REVISED, COPIED = "revised", "copied"
"""What is told of articles that were added: as a revision, as a copy of another."""

SHOWN = 20
"""How many refused items, and how many passed over, are listed by name."""


@dataclass
class Tally:
    """What became of the articles."""

    outcomes: Counter[str] = field(default_factory=Counter)
    claims: int = 0
    refused: "list[Unreadable]" = field(default_factory=list)
    ignored: "list[Unreadable]" = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the store holds anything that it did not hold before."""
        return any(
            self.outcomes[kind] for kind in ("added", "replaced", REVISED, COPIED)
        )

    def passing(self, items: "Iterable[Item]") -> "Iterator[Article]":
        """The articles among the items; the others are noted here."""
        from ontology.claim import Article

        for item in items:
            if isinstance(item, Article):
                yield item
            else:
                (self.ignored if item.ignored else self.refused).append(item)

    def refuse(self, article: "Article", reason: str) -> None:
        """Note an article that was read and then failed."""
        from extract.reading import Unreadable

        failed = Unreadable(article.source, reason, origin=article.source)
        self.refused.append(failed)

    def note(self, outcome: str, claims: int) -> None:
        """Note an article that is stored."""
        self.outcomes[outcome] += 1
        self.claims += claims


def report(tally: Tally) -> None:
    """Say what was stored, on standard output, and what was not, on standard error."""
    total = tally.outcomes.total()
    typer.echo(
        f"{plural(total, 'article')}: {counts(tally)}; {plural(tally.claims, 'claim')}"
    )
    tell_refused(tally)


def counts(tally: Tally) -> str:
    """What became of the articles, in words; revisions and copies if there are any.

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
