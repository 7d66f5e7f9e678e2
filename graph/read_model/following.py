"""The read model kept in step with the store, and built anew where it is not."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import pyoxigraph as ox

from graph.curation.curation import GRAPHS, Curation
from graph.curation.identities import with_followers
from graph.curation.reviews import Reviews
from graph.mapping.iris import Iris, local
from graph.mapping.terms import SPECIALIZES
from graph.mapping.topic_rdf import TOPIC
from graph.read_model.model import ReadModel
from graph.revisions import revised, revised_by
from graph.storage.graphs import Graphs
from ontology.claim import Article, Claim
from ontology.errors import NotFound

MANY = 2000
"""Articles behind from which building anew is quicker than catching up."""


class Followed(Protocol):
    """A store, as far as its read model is concerned."""

    read_model: ReadModel
    graph: Graphs
    iris: Iris
    reviews: Reviews
    curation: Curation

    @property
    def revision(self) -> int:
        """How many changes there have been."""

    def article(self, id: str) -> Article:
        """The article with this id. Raises NotFound."""

    def records(self) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """All articles with their claims that count."""

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article that count."""


def follow(store: Followed, article_id: str, revision: int) -> None:
    """Bring one article of the read model up to date, and set its revision."""
    try:
        article = store.article(article_id)
    except NotFound:
        store.read_model.remove(article_id, revision)
    else:
        show(store, article, store.claims_of(article_id), revision)


def show(
    store: Followed, article: Article, claims: Sequence[Claim], revision: int
) -> None:
    """Let an article's claims count in place of those of the article that it revises;
    let none count of an article that was revised itself."""
    if revised_by(store, article.id):
        store.read_model.remove(article.id, revision)
    else:
        store.read_model.put(article, claims, revision)


def leave_out(store: Followed, articles: Iterable[str]) -> None:
    """Take articles that were revised, of these ids, out of the read model."""
    for article_id in articles:
        store.read_model.remove(article_id, store.revision)


def catch_up(store: Followed) -> None:
    """Redo what the read model has missed; without a difference, nothing."""
    behind = store.read_model.revision
    if behind == store.revision:
        return
    missed = changed(store, behind)
    anew = behind > store.revision or behind == 0 or len(missed) > MANY
    if anew or _renamed(store, behind):
        rebuild(store)
        return
    for article_id in missed[:-1]:  # the revision moves once all have been done
        follow(store, article_id, behind)
    follow(store, missed[-1], store.revision)


def changed(store: Followed, since: int) -> list[str]:
    """Ids of the articles changed or removed after a revision, oldest first."""
    names = _name_graphs(store)
    later = store.graph.since(since)
    return [local(graph.value) for graph in later if graph not in names]


def _renamed(store: Followed, since: int) -> bool:
    """Whether names were brought together or parted after a revision."""
    return not _name_graphs(store).isdisjoint(store.graph.since(since))


def _name_graphs(store: Followed) -> set[ox.NamedNode]:
    return {store.iris.graph(name) for name in GRAPHS}


def apply(store: Followed, before: Curation) -> None:
    """Bring up to date what a change of names bears on, and set the revision."""
    agents, articles = before.agents.changed(store.curation.agents)
    topics = _renamed_topics(store.curation, before)
    missed = sorted(articles | _naming(store, agents, topics))
    if len(missed) > MANY:
        rebuild(store)
        return
    behind = store.read_model.revision
    store.read_model.forget_names("agent", agents)
    store.read_model.forget_names("topic", topics)
    store.read_model.describe(store.curation.scheme, store.curation.also())
    for article_id in missed:
        follow(store, article_id, behind)
    store.read_model.reach(store.revision)


def _renamed_topics(after: Curation, before: Curation) -> set[str]:
    """Ids of the topics, as articles give them, that may have another name now."""
    topics, _ = before.topics.changed(after.topics)
    labels = (before.changes.labels.items(), after.changes.labels.items())
    topics |= {topic for topic, _ in labels[0] ^ labels[1]}
    return with_followers(topics, (*before.topics.all, *after.topics.all))


def _naming(store: Followed, agents: set[str], topics: set[str]) -> set[str]:
    """Ids of the articles that name any of these."""
    named = [(SPECIALIZES, store.iris.agent(id)) for id in agents]
    named += [(TOPIC, store.iris.topic(id)) for id in topics]
    articles: set[str] = set()
    for predicate, node in named:
        found = store.graph.quads_for_pattern(None, predicate, node, None)
        graphs = (quad.graph_name for quad in found)
        articles |= {
            local(one.value) for one in graphs if isinstance(one, ox.NamedNode)
        }
    # a reviewer may have brought in names that no article's graph has
    corrected = {each.reviewed.article.id for each in store.reviews.all}
    return articles | (corrected if named else set())


def rebuild(store: Followed) -> None:
    """Build the read model anew from the RDF."""
    store.read_model.describe(store.curation.scheme, store.curation.also())
    store.read_model.refill(answers(store), store.revision)


def answers(store: Followed) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
    """All articles that no revision has replaced, with the claims that count."""
    replaced = revised(store)
    for article, claims in store.records():
        if article.id not in replaced:
            yield article, claims
