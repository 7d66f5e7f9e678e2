"""Many articles at a time: the first load in one transaction, later ones in parts."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeAlias

import pyoxigraph as ox

from graph.mapping.claims_rdf import to_nquads
from graph.mapping.iris import Iris
from graph.read_model.model import ReadModel
from graph.storage.embedded import Embedded
from graph.storage.graphs import TOGETHER
from ontology.claim import Article, Claim

Record: TypeAlias = tuple[Article, Sequence[Claim]]
"""An article and the claims that were extracted from it."""


class FirstLoad:
    """A load into an empty store, by the bulk path of Oxigraph and of SQLite.

    `again` holds what came a second time, `revised` the ids of what was revised.
    """

    def __init__(self, graph: Embedded, iris: Iris) -> None:
        self._graph, self._iris = graph, iris
        self._seen: set[str] = set()
        self.again: list[Record] = []
        self.revised: set[str] = set()

    @property
    def count(self) -> int:
        """How many articles were loaded."""
        return len(self._seen)

    def run(self, records: Iterable[Record], read_model: ReadModel) -> None:
        """Write all articles to the graph and to the read model, or none to either.

        A crash between the two leaves the read model behind: it catches up.
        """
        revision = self._graph.revision + 1
        with _without_collector(), read_model.loading(revision) as put:
            self._graph.load(self._written(records, put))

    def _written(
        self,
        records: Iterable[Record],
        put: Callable[[Article, Sequence[Claim]], None],
    ) -> Iterator[tuple[ox.NamedNode, str]]:
        """The articles' graphs; each article is put, too, when its graph is taken."""
        for article, claims in self._once(records):
            nquads = to_nquads(article, claims, self._iris)
            put(article, claims)
            yield self._iris.article(article.id), nquads

    def _once(self, records: Iterable[Record]) -> Iterator[Record]:
        """Articles at their first coming: two bulk writes to one graph would mix."""
        for article, claims in records:
            if article.id in self._seen:
                self.again.append((article, claims))
            else:
                self._seen.add(article.id)
                if article.revision_of:
                    self.revised.add(article.revision_of)
                yield article, claims


def distinct(records: Iterable[Record]) -> Iterator[list[Record]]:
    """The records in parts of at most `TOGETHER`, no article twice in one part."""
    part: dict[str, Record] = {}
    for article, claims in records:
        if article.id in part or len(part) == TOGETHER:
            yield list(part.values())
            part = {}
        part[article.id] = article, claims
    if part:
        yield list(part.values())


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector, if it runs.

    A load makes millions of objects and no circle; going through them again and again
    takes a sixth of its time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
