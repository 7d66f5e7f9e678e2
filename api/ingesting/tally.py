"""What became of the articles of a run."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.reading import Item, Unreadable
    from graph.outcome import Outcome
    from ontology.claim import Article


@dataclass
class Tally:
    """What became of the articles so far."""

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
                self.note(item)

    def note(self, item: "Unreadable") -> None:
        """Note what gave no article."""
        (self.ignored if item.ignored else self.refused).append(item)

    def count(self, outcome: "Outcome", claims: int) -> None:
        """Count an article that is stored."""
        self.outcomes[str(outcome)] += 1
        self.claims += claims
