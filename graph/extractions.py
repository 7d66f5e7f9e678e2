"""What was extracted: articles and claims as their graphs have them.

Reviews, and the names that were found to be others, are not applied here.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.mapping import article_rdf
from graph.mapping.claims_rdf import from_rdf
from graph.mapping.iris import Iris, local
from graph.mapping.terms import ARTICLE, DERIVED, TYPE
from graph.mapping.triples import Resources, value
from graph.storage.graphs import Graphs
from ontology.claim import Article, Claim
from ontology.errors import NotFound


class Extractions:
    """The articles of a store, each with the claims that were extracted from it."""

    def __init__(self, graphs: Graphs, iris: Iris) -> None:
        self._graphs, self._iris = graphs, iris

    def article(self, id: str) -> Article:
        """The article with this id. Raises NotFound."""
        node = self._iris.article(id)
        try:
            return article_rdf.from_rdf(Resources(self._quads(node, None, node)))
        except LookupError:
            raise NotFound(f"no article has the id {id!r}") from None

    def article_ids(self) -> list[str]:
        """The ids of all articles, in order."""
        found = self._graphs.quads_for_pattern(None, TYPE, ARTICLE)
        return sorted(local(value(quad.subject)) for quad in found)

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article. Raises NotFound."""
        node = self._iris.article(article_id)
        try:
            return from_rdf(self._quads(None, None, node))[1]
        except LookupError:
            raise NotFound(f"no article has the id {article_id!r}") from None

    def article_of(self, claim_id: str) -> str:
        """The id of the article that a claim stands in. Raises NotFound."""
        found = self._quads(self._iris.claim(claim_id), DERIVED, None)
        if not found:
            raise NotFound(f"no claim has the id {claim_id!r}")
        return local(value(found[0].object))

    def all(self) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """All articles with their claims, in the order of the articles' ids."""
        graphs = map(self._iris.article, self.article_ids())
        return (from_rdf(quads) for _, quads in self._graphs.contents(graphs))

    def _quads(
        self,
        subject: ox.NamedNode | None,
        predicate: ox.NamedNode | None,
        graph: ox.NamedNode | None,
    ) -> list[ox.Quad]:
        """The quads that fit, as a list: a half-read iterator of Oxigraph must not be
        dropped in another thread, and the traceback of an error may carry it there."""
        return list(self._graphs.quads_for_pattern(subject, predicate, None, graph))
