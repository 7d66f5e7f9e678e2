"""What is exported: all of a store, or the claims that match a filter."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.read_model.following import answers
from graph.search.all_claims import claims
from graph.search.filters import ClaimFilter
from graph.store import Store
from ontology.claim import Article, Claim


@dataclass(frozen=True)
class Selection:
    """A store, and which of its claims; None: all that it holds."""

    store: Store
    wanted: ClaimFilter | None = None

    def records(self) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """The articles with their claims, one at a time."""
        if self.wanted is None:
            yield from answers(self.store)
            return
        # claims come in the order of their arrival, those of an article together
        for id, own in groupby(self._matching(), lambda claim: claim.article.id):
            yield self.store.article(id), tuple(own)

    def claims(self) -> Iterator[Claim]:
        """The claims, one at a time; they may be asked for more than once."""
        return self._matching()

    def claims_by_day(self) -> Iterator[Claim]:
        """The claims in the order of their days, undated ones first."""
        return self._matching(by_day=True)

    def _matching(self, *, by_day: bool = False) -> Iterator[Claim]:
        wanted = self.wanted or ClaimFilter()
        return claims(self.store, wanted, by_day=by_day)
