"""A page whose text changes while its address stays: what makes revisions."""

from graph.revisions import next_revision
from graph.store import Store
from ontology.claim import Article, Claim
from ontology.ids import article_id
from tests.graph.corpus import article, claim

URL = "https://news.example/a"


def page(text: str, **fields: str) -> Article:
    """The page as it was read with this text, at `URL` if no other is given."""
    known = {"url": URL, "source": URL, "title": "The truce"} | fields
    return article(text, id=article_id(text, known["url"]), **known)


def sentences(within: Article) -> list[Claim]:
    """A claim for each sentence of an article."""
    words = [each.strip() for each in within.text.split(".") if each.strip()]
    return [claim(within, "Arland", "demands", "truce", each) for each in words]


def put(store: Store, given: Article) -> Article:
    """Store an article with its sentences, as the revision that it is."""
    made = next_revision(store, given)
    store.put(made, sentences(made))
    return made
