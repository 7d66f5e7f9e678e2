"""Revisions: an article that changed at its place, and the one that stood there before.

Each is an article of its own, whose graph names the one before (`prov:wasRevisionOf`).
All of them stay in the store; only the claims of the latest count in answers.
"""

import re
from typing import Protocol
from urllib.parse import urlsplit

import pyoxigraph as ox

from graph.mapping.article_rdf import OPTIONAL, SOURCE
from graph.mapping.iris import Iris, local
from graph.mapping.terms import REVISES
from graph.mapping.triples import value
from graph.storage.graphs import Graphs
from ontology.claim import Article
from ontology.errors import NotFound
from ontology.ids import restored_id

URL = OPTIONAL["url"]

_NUMBERED = re.compile(r"-|.*:\d+", re.DOTALL)
"""Sources that are no places: a pipe, and a line or an entry, which others push on."""


class Articles(Protocol):
    """A store, as far as revisions are concerned."""

    graph: Graphs
    iris: Iris

    def article(self, id: str) -> Article:
        """The article with this id. Raises NotFound."""


def next_revision(store: Articles, article: Article) -> Article:
    """The article as it goes into the store: with the id of what it is, unchanged,
    or as the revision of what stands at its place now."""
    known = current(store, article) or _same_text(store, article.id)
    if known is None:
        return article
    if same := _same(store, known, article):
        links = {"revision_of": same.revision_of, "copy_of": same.copy_of}
        return article.model_copy(update={"id": same.id, **links})
    id = article.id
    if exists(store, id):  # the text has been there before
        id = restored_id(id, known.id)
    return article.model_copy(update={"id": id, "revision_of": known.id})


def _same(store: Articles, known: Article, article: Article) -> Article | None:
    """The revision that the article is: the one at its place now, or one before.

    A text that has come back is another revision, unless it is the same bytes got at
    the same moment: an archive that holds several versions of a page, read again.
    """
    if known.text == article.text:
        return known
    if not (article.url and article.raw_sha256):
        return None
    before = revisions(store, known.id)
    return next((each for each in before if _got(each) == _got(article)), None)


def _got(article: Article) -> tuple[str | None, ...]:
    return article.text, article.raw_sha256, article.retrieved


def current(store: Articles, article: Article) -> Article | None:
    """What stands at the article's place; None where nothing does, or it has none."""
    place = _place(article)
    found = _latest_at(store, *place) if place else None
    return store.article(found) if found else None


def standing_at(store: Articles, name: str) -> str | None:
    """The id of what stands at a URL or in a file now, if anything does."""
    found = (_latest_at(store, predicate, name) for predicate in (URL, SOURCE))
    return next(filter(None, found), None)


def revised_by(store: Articles, id: str) -> str | None:
    """The id of the revision that followed the article; None of the latest."""
    following = list(
        store.graph.quads_for_pattern(None, REVISES, store.iris.article(id))
    )
    return min((local(value(quad.subject)) for quad in following), default=None)


def revised(store: Articles) -> set[str]:
    """The ids of all articles that a revision followed."""
    found = store.graph.quads_for_pattern(None, REVISES, None)
    return {local(value(quad.object)) for quad in found}


def bridge(iris: Iris, removed: Article, after: str) -> str:
    """SPARQL operations that join the revision `after` to what `removed` revised."""
    node = iris.article(after)
    pattern = f"GRAPH {node} {{ {node} {REVISES}"
    operations = [f"DELETE DATA {{ {pattern} {iris.article(removed.id)} }} }}"]
    if removed.revision_of:
        before = iris.article(removed.revision_of)
        operations.append(f"INSERT DATA {{ {pattern} {before} }} }}")
    return " ; ".join(operations)


def revisions(store: Articles, id: str) -> tuple[Article, ...]:
    """All revisions of an article, of which `id` is one, the oldest first.

    Raises NotFound.
    """
    found = [store.article(id)]
    while (before := found[0].revision_of) and exists(store, before):
        found.insert(0, store.article(before))
    while after := revised_by(store, found[-1].id):
        found.append(store.article(after))
    return tuple(found)


def _same_text(store: Articles, id: str) -> Article | None:
    """The article of this id, if it still counts."""
    return (
        store.article(id) if exists(store, id) and not revised_by(store, id) else None
    )


def exists(store: Articles, id: str) -> bool:
    """Whether an article has this id."""
    try:
        store.article(id)
    except NotFound:
        return False
    return True


def _latest_at(store: Articles, predicate: ox.NamedNode, name: str) -> str | None:
    """The id of the article with this URL or source that none has revised."""
    found = list(store.graph.quads_for_pattern(None, predicate, ox.Literal(name)))
    ids = sorted({local(value(quad.subject)) for quad in found})
    return next((id for id in ids if not revised_by(store, id)), None)


def _place(article: Article) -> tuple[ox.NamedNode, str] | None:
    """The property and the value that tell where an article stands.

    The front page of a site is the place of no article.
    """
    if article.url:
        path = urlsplit(article.url)[2:4]
        return (URL, article.url) if "".join(path).strip("/") else None
    return None if _NUMBERED.fullmatch(article.source) else (SOURCE, article.source)
