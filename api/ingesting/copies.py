"""Articles that print a story which the store has already, found as they come in."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from extract.copy_index import CopyIndex
from graph.read_model.following import changed
from graph.revisions import exists, revised, revised_by
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
        for id in changed(store, index.revision):
            self._follow(id)
        self._commit()

    def placed(self, article: Article) -> Article:
        """The article, as the copy of what the store has of its story.

        What an article was found to be it stays, for as long as its text does.
        """
        if article.copy_of or exists(self._store, article.id):
            return article
        return article.model_copy(
            update={"copy_of": first_of(self._store, self._index, article)}
        )

    def added(self, article: Article) -> None:
        """Note an article that is stored now."""
        self._note(article)
        self._since += 1
        if self._since >= OFTEN:
            self._commit()

    def _commit(self) -> None:
        self._index.commit(self._store.revision)
        self._since = 0

    def _follow(self, id: str) -> None:
        """Bring one article of the index up to date."""
        try:
            article = self._store.article(id)
            self._note(article, revised=revised_by(self._store, id) is not None)
        except NotFound:
            self._index.remove(id)

    def _note(self, article: Article, *, revised: bool = False) -> None:
        """Have the article found, if not revised, and no longer the one before it."""
        if article.revision_of:
            self._index.remove(article.revision_of)
        if revised:
            self._index.remove(article.id)
        else:
            self._index.add(article.id, article.text)


@contextmanager
def copies(store: Store) -> Iterator[Copies]:
    """The index of a store, for one run."""
    with closing(_index(store)) as index:
        yield Copies(store, index)
        index.commit(store.revision)


def follow(store: Store) -> None:
    """Bring the index up to date, which may take long once and nothing afterwards: a
    server that has an article to take in would share that time with its readers."""
    with copies(store):
        pass


def mark(store: Store) -> int:
    """Mark copies among articles that were stored when nobody looked; how many.

    The clusters that there are stay; of the others, the first by date counts. The
    index is made anew on the way.
    """
    if store.path:
        (store.path / NAME).unlink(missing_ok=True)
    found = 0
    with closing(_index(store)) as index:
        for id, alone in _in_order(store):
            article, claims = store.article(id), store.recorded(id)
            first = first_of(store, index, article) if alone and claims else None
            if first:
                store.put(article.model_copy(update={"copy_of": first}), claims)
                found += 1
            index.add(id, article.text)
        index.commit(store.revision)
    return found


def first_of(store: Store, index: CopyIndex, article: Article) -> str | None:
    """The id of the first article of the story that this is a copy of, if of any."""

    def text(id: str) -> str:
        return store.article(id).text

    own = (article.id, article.revision_of or article.id)
    found = index.most_alike(article.text, text, but=own)
    return found and (store.article(found).copy_of or found)


def _in_order(store: Store) -> list[tuple[str, bool]]:
    """The ids of the articles that count, those that are in a cluster before those that
    are alone (true), which are in the order of their dates."""
    replaced = revised(store)
    known = [
        (article.published or "", article.id, article.copy_of)
        for article in store.articles()
        if article.id not in replaced
    ]
    clustered = {copy_of for *_, copy_of in known if copy_of}
    clustered |= {id for _, id, copy_of in known if copy_of}
    ordered = sorted((id not in clustered, date, id) for date, id, _ in known)
    return [(id, alone) for alone, _, id in ordered]


def _index(store: Store) -> CopyIndex:
    return CopyIndex(store.path / NAME if store.path else None)
