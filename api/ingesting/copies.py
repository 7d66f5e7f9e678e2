"""Articles that print a story which the store has already, found as they come in."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from extract.copy_index import CopyIndex
from graph.revisions import revised_by
from graph.store import Store
from ontology.claim import Article
from ontology.errors import NotFound

NAME = "copies.sqlite"
"""Its file in the data directory: what sketches the articles have."""

OFTEN = 50
"""Articles after which the index is written: made again are those since then."""


class Copies:
    """The index of a store, in step with it."""

    def __init__(self, store: Store, index: CopyIndex) -> None:
        self._store, self._index = store, index
        self._since = 0
        for id in store.changed(index.revision):
            self._follow(id)
        index.commit(store.revision)

    def placed(self, article: Article) -> Article:
        """The article, as the copy of what the store has of its story.

        What an article was found to be it stays, for as long as its text does.
        """
        if article.copy_of or self._holds(article.id):
            return article
        own = (article.id, article.revision_of or article.id)
        found = self._index.most_alike(article.text, self._text, but=own)
        if found is None:
            return article
        first = self._store.article(found).copy_of or found
        return article.model_copy(update={"copy_of": first})

    def added(self, article: Article) -> None:
        """Note an article that is stored now."""
        self._index.add(article.id, article.text)
        if article.revision_of:
            self._index.remove(article.revision_of)
        self._since += 1
        if self._since >= OFTEN:
            self._index.commit(self._store.revision)
            self._since = 0

    def _follow(self, id: str) -> None:
        """Bring one article of the index up to date."""
        if self._holds(id) and not revised_by(self._store, id):
            self.added(self._store.article(id))
        else:
            self._index.remove(id)

    def _holds(self, id: str) -> bool:
        try:
            self._store.article(id)
        except NotFound:
            return False
        return True

    def _text(self, id: str) -> str:
        return self._store.article(id).text


@contextmanager
def copies(store: Store) -> Iterator[Copies]:
    """The index of a store, for one run."""
    with closing(CopyIndex(store.path / NAME if store.path else None)) as index:
        yield Copies(store, index)
        index.commit(store.revision)
