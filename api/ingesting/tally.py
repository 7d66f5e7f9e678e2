"""What became of articles that were read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.reading import Item, Unreadable
    from ontology.claim import Article

REVISED, COPIED = "revised", "copied"
"""What is told of articles that were added: as a revision, as a copy of another."""


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
