"""Claims with the text that proves them, each article fetched once in a row."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from api.showing.highlight import GAP
from api.showing.sentences import proof
from graph.store import Store
from ontology.claim import Claim

KEPT = 64
"""How many articles are kept at hand: claims of one mostly come together."""


def with_text(store: Store, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str]]:
    """Each claim with the text of its article."""

    @lru_cache(maxsize=KEPT)
    def text(article: str) -> str:
        return store.article(article).text

    return ((claim, text(claim.article.id)) for claim in claims)


def with_sentence(store: Store, claims: Iterable[Claim]) -> Iterator[tuple[Claim, str]]:
    """Each claim with the sentence that proves it."""
    for claim, text in with_text(store, claims):
        yield claim, GAP.join(text[slice(*place)] for place in proof(text, claim))
