"""The revisions of an article, each with what it changed."""

from pydantic import BaseModel

from graph.features.changes import Changes
from graph.features.revised import revised
from graph.revisions import revisions, standing_at
from graph.store import Store
from ontology.claim import ArticleRef, Claim
from ontology.errors import NotFound


class RevisedArticle(ArticleRef):
    """Which article, and when it was fetched and changed."""

    retrieved: str | None = None
    modified: str | None = None


class Revision(BaseModel):
    """A revision, and how its claims differ from those of the one before it."""

    article: RevisedArticle
    changes: Changes


def history(store: Store, name: str) -> tuple[Revision, ...]:
    """The revisions of an article by id, URL or file, the oldest first.

    Of the first all claims are new. Raises NotFound.
    """
    found = []
    before: tuple[Claim, ...] = ()
    for article in revisions(store, _id(store, name)):
        claims = store.claims_of(article.id)
        known = article.model_dump(include=set(RevisedArticle.model_fields))
        changes = revised(before, claims)
        found.append(Revision(article=RevisedArticle(**known), changes=changes))
        before = claims
    return tuple(found)


def _id(store: Store, name: str) -> str:
    try:
        return store.article(name).id
    except NotFound:
        found = standing_at(store, name)
        if found is None:
            raise NotFound(f"no article has the id, URL or file {name!r}") from None
        return found
