"""An agency's story and the copies of it that outlets print."""

from graph.store import Store
from ontology.claim import Article, Claim, QuoteType
from tests.graph.corpus import agent, article, claim

WORDS = ("the toll must fall now", "nobody asked us first", "we will not sign it")


def printed(
    number: int, *, copy_of: str | None = None, url: str | None = None
) -> Article:
    """What the outlet of this number prints."""
    outlet = f"Outlet {number}"
    return article(f"Text {number}", publisher=outlet, copy_of=copy_of, url=url)


def quotes(within: Article, *words: str, name: str = "Ann Orlov") -> list[Claim]:
    """One speaker's words, verbatim."""
    return [
        claim(within, agent(name), "demands", "toll", each, quote=QuoteType.DIRECT)
        for each in words
    ]


def three(store: Store) -> list[Article]:
    """An agency's story and two copies: one whole, one cut and added to."""
    first = printed(1)
    whole, cut = (printed(number, copy_of=first.id) for number in (2, 3))
    store.put(first, quotes(first, *WORDS[:2]))
    store.put(whole, quotes(whole, *WORDS[:2]))
    store.put(cut, quotes(cut, WORDS[0], WORDS[2]))
    return [first, whole, cut]
