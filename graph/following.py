"""The read model kept in step with the store, and built anew where it is not."""

from collections.abc import Iterator
from typing import Protocol

from graph.read_model import ReadModel
from ontology.claim import Article, Claim
from ontology.errors import NotFound

MANY = 2000
"""Articles behind from which building anew is quicker than catching up."""


class Followed(Protocol):
    """A store, as far as its read model is concerned."""

    read_model: ReadModel

    @property
    def revision(self) -> int:
        """How many changes there have been."""

    def article(self, id: str) -> Article:
        """The article with this id. Raises NotFound."""

    def articles(self) -> Iterator[Article]:
        """All articles."""

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article that count."""

    def changed(self, since: int) -> list[str]:
        """Ids of the articles changed or removed after a revision, oldest first."""


def follow(store: Followed, article_id: str, revision: int) -> None:
    """Bring one article of the read model up to date, and set its revision."""
    try:
        article = store.article(article_id)
    except NotFound:
        store.read_model.remove(article_id, revision)
    else:
        store.read_model.put(article, store.claims_of(article_id), revision)


def catch_up(store: Followed) -> None:
    """Redo what the read model has missed; without a difference, nothing."""
    behind = store.read_model.revision
    if behind == store.revision:
        return
    missed = store.changed(behind)
    if behind > store.revision or behind == 0 or len(missed) > MANY:
        rebuild(store)
        return
    for article_id in missed[:-1]:  # the revision moves once all have been done
        follow(store, article_id, behind)
    follow(store, missed[-1], store.revision)


def rebuild(store: Followed) -> None:
    """Build the read model anew from the RDF."""
    store.read_model.clear()
    store.read_model.load(answers(store), store.revision)


def answers(store: Followed) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """All articles with the claims that count, reviews applied."""
    for article in store.articles():
        yield article, store.claims_of(article.id)
