"""The bulk path of a first load: many articles in few transactions."""

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from graph.claims_rdf import to_nquads
from graph.embedded import Embedded
from graph.iris import Iris
from graph.read_model import ReadModel
from ontology.claim import Article, Claim

BATCH = 2000
"""Articles in a bulk write: about a million quads, which Oxigraph sorts in memory."""

Given = tuple[Article, Sequence[Claim]]


class FirstLoad:
    """A load into an empty store.

    `again` holds what came a second time, `revised` the ids of what was revised.
    """

    def __init__(self, graph: Embedded, iris: Iris) -> None:
        self._graph, self._iris = graph, iris
        self._seen: set[str] = set()
        self.again: list[Given] = []
        self.revised: set[str] = set()

    @property
    def count(self) -> int:
        """How many articles were loaded."""
        return len(self._seen)

    def run(self, records: Iterable[Given], read_model: ReadModel) -> None:
        """Write the articles to the graph, batch by batch, and to the read model.

        If it fails, the graph keeps the batches that were done and the read model
        nothing: the caller lets it catch up.
        """
        revision = self._graph.revision
        try:
            with _without_collector():
                read_model.load(self._written(self._once(records)), revision + 1)
        finally:
            if self._graph.since(revision):
                self._graph.advance()

    def _once(self, records: Iterable[Given]) -> Iterator[Given]:
        """Articles at their first coming: two bulk writes to one graph would mix."""
        for article, claims in records:
            if article.id in self._seen:
                self.again.append((article, claims))
            else:
                self._seen.add(article.id)
                if article.revision_of:
                    self.revised.add(article.revision_of)
                yield article, claims

    def _written(self, records: Iterator[Given]) -> Iterator[Given]:
        while batch := list(islice(records, BATCH)):
            self._graph.load(
                (self._iris.article(article.id) for article, _ in batch),
                "".join(to_nquads(*record, self._iris) for record in batch),
            )
            yield from batch


@contextmanager
def _without_collector() -> Iterator[None]:
    """Pause the garbage collector, if it runs.

    A batch is millions of objects and no circle; going through them again and again
    takes a sixth of a load's time.
    """
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
