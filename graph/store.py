"""The store: articles and their claims, kept as RDF, answered from the read model.

Oxigraph holds the truth, one named graph an article; the read model follows it.
A write is a transaction there, then one here. A crash between the two is made good
when the store is opened next, because both carry the revision.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TypeVar

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from graph import outcome, places, revisions, sparql
from graph.curation.curation import Curation
from graph.curation.reviews import Review, Reviews
from graph.extractions import Extractions
from graph.loading import FirstLoad, Record, distinct
from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import DEFAULT_BASE
from graph.outcome import Outcome
from graph.places import Parts, Terms
from graph.read_model import following
from graph.storage.beside import Beside
from graph.storage.embedded import Embedded
from graph.storage.failures import as_store_errors
from graph.storage.graphs import Results
from graph.storage.remote.address import Address
from ontology.claim import Article, Claim, Extractor
from ontology.errors import NotFound, StoreError

T = TypeVar("T")

WAIT = 2.0
"""Seconds that an opening waits for another command to finish."""


class Store:
    """Articles and claims. Many threads may read; writes are one at a time.

    `graph` is where the RDF is kept, `read_model` what questions are put to.
    """

    def __init__(self, parts: Parts) -> None:
        self.graph, self.read_model = parts.graph, parts.read_model
        self.iris, self.curation = parts.iris, parts.curation
        self.directory, self.read_only = parts.directory, parts.read_only
        self.reviews = Reviews(self.graph, self.iris)
        self._extractions = Extractions(self.graph, self.iris)
        self._lock, self._writing = parts.lock, threading.RLock()
        self._closed = False

    @classmethod
    def open(
        cls,
        path: Path | None,
        *,
        base: str = DEFAULT_BASE,
        read_only: bool = False,
        topics: Sequence[Path] = (),
        wait: float = WAIT,
        server: Address | None = None,
    ) -> "Store":
        """The store in this data directory, made if need be; in memory for None.

        `topics` are SKOS files in place of the shipped scheme. Readers share a
        directory; a writer has it alone, and is waited for so many seconds. A
        `server` holds the RDF, the directory then the read model alone.
        Raises StoreError, naming the reason and, of a lock, the holder.
        """
        terms = Terms.of(base, topics)
        if server:
            return cls._caught_up(
                places.at_server(path, server, terms, read_only=read_only, wait=wait)
            )
        if path is None:
            return cls(places.in_memory(terms))
        if not read_only:
            return cls._caught_up(places.to_write(path, terms, wait))
        store = cls(places.to_read(path, terms, wait))
        if store.read_model.revision == store.revision:
            return store
        store.close()  # a reader may not write: catch up as a writer, then read
        cls._caught_up(places.to_write(path, terms, wait)).close()
        return cls(places.to_read(path, terms, wait))

    @classmethod
    def beside_writer(
        cls, path: Path, *, base: str = DEFAULT_BASE, topics: Sequence[Path] = ()
    ) -> "Store":
        """The store in a directory that another process writes to, to be read.

        Answers follow the writer; graphs when they are asked for what is new to them,
        and by `refresh`.
        """
        return cls(places.beside_writer(path, Terms.of(base, topics)))

    @classmethod
    def _caught_up(cls, parts: Parts) -> "Store":
        store = cls(parts)
        try:
            with as_store_errors(store.path):
                following.catch_up(store)
        except BaseException:
            store.close()
            raise
        return store

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """The data directory; None in memory."""
        return self.directory.path if self.directory else None

    @property
    def revision(self) -> int:
        """How many changes there have been."""
        return self.graph.revision

    def put(
        self,
        article: Article,
        claims: Sequence[Claim],
        *,
        extractor: Extractor | None = None,
    ) -> Outcome:
        """Store an article with its claims in place of those that it had.

        `extractor` is who read it, if that shall be known where there is no claim.
        """
        return self.put_all([(article, claims)], extractor=extractor)[0]

    def put_all(
        self, records: Sequence[Record], *, extractor: Extractor | None = None
    ) -> list[Outcome]:
        """Store articles as `put` does, no article twice, in as few writes as may be.

        Each article is whole or absent whatever happens. Raises BadInput, with
        nothing written, if any of them cannot be.
        """
        given = {
            self.iris.article(article.id): to_rdf(
                article, claims, self.iris, extractor=extractor
            )
            for article, claims in records
        }
        with self.writing():
            outcomes = outcome.put(self.graph, given)
            pairs = zip(records, outcomes, strict=True)
            self._show([each for each, what in pairs if what is not Outcome.UNCHANGED])
        return outcomes

    def _show(self, records: Sequence[Record]) -> None:
        """Take what was written into the read model, its revision with the last."""
        behind = self.read_model.revision
        for number, (article, claims) in enumerate(records, start=1):
            revision = self.revision if number == len(records) else behind
            counted = self._counted(article.id, claims)
            following.show(self, article, counted, revision)

    def load(self, records: Iterable[Record]) -> Counter[Outcome]:
        """Store many articles; counts the outcomes.

        The first time it takes the bulk path, and stores all of them or none.
        """
        with self.writing():
            if self.revision or not isinstance(self.graph, Embedded):
                several = distinct(records)
                return Counter(each for some in several for each in self.put_all(some))
            first = FirstLoad(self.graph, self.iris)
            try:
                first.run(records, self.read_model)
                following.leave_out(self, first.revised)
            finally:
                following.catch_up(self)
            again = Counter(self.put(*record) for record in first.again)
            return Counter({Outcome.ADDED: first.count}) + again

    def remove(self, article_id: str) -> None:
        """Remove an article and its claims. Raises NotFound if it is not there.

        The latest of several revisions leaves its place to the one before it.
        """
        article = self.article(article_id)
        with self.writing():
            if after := revisions.revised_by(self, article_id):
                bridge = revisions.bridge(self.iris, article, after)
                self.graph.note(self.iris.article(after), bridge)
            self.graph.write({self.iris.article(article_id): ()})
            self.read_model.remove(article_id, self.revision)
            if article.revision_of and not after:
                following.follow(self, article.revision_of, self.revision)

    def review(self, review: Review) -> None:
        """Keep a review and apply it: its claim is corrected, or leaves the answers.

        Raises NotFound if its article is not there, UnknownTerm of a bad correction.
        """
        article = self.article(review.reviewed.article.id)
        with self.writing():
            addition = self.reviews.addition(review)
            self.graph.note(self.iris.article(article.id), addition)
            self.reviews.add(review)
            following.follow(self, article.id, self.revision)

    def curate(self, graphs: Mapping[str, Sequence[ox.Quad]]) -> None:
        """Put these graphs of names in place of what they held, and apply them."""
        with self.writing():
            before = self.curation
            self.graph.write({self.iris.graph(n): own for n, own in graphs.items()})
            self.curation = Curation.read(self.graph, self.iris, before.given)
            following.apply(self, before)

    def article(self, id: str) -> Article:
        """The article with this id. Raises NotFound."""
        return self._found(lambda: self._extractions.article(id))

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of their ids."""
        return map(self.article, self.article_ids())

    def article_ids(self) -> list[str]:
        """The ids of all articles, in order."""
        return self._extractions.article_ids()

    def recorded(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article as they were extracted. Raises NotFound."""
        return self._found(lambda: self._extractions.claims_of(article_id))

    def reviewed(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article as reviews leave them, under the article's names."""
        return self.reviews.applied(article_id, self.recorded(article_id))

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article as they count: corrected, without rejected ones,
        their agents and topics under the names that answers show."""
        return self._counted(article_id, self.recorded(article_id))

    def records(self) -> Iterator[tuple[Article, tuple[Claim, ...]]]:
        """All articles with their claims as `claims_of` gives them."""
        for article, recorded in self._extractions.all():
            yield article, self._counted(article.id, recorded)

    def _counted(self, article_id: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """Extracted claims of an article as they count."""
        reviewed = self.reviews.applied(article_id, claims)
        return self.curation.applied(article_id, reviewed)

    def claim(self, id: str) -> Claim:
        """The claim with this id, a rejected one too. Raises NotFound."""
        try:
            return self.read_model.claim(id)
        except NotFound:
            return self._left_out(id)

    def claim_to_review(self, id: str) -> Claim:
        """The claim under the names that its article gives. Raises NotFound."""
        claims = self.reviewed(self.claim(id).article.id)
        found = (claim for claim in claims if claim.id == id)
        return next(found, None) or self._left_out(id)

    def _left_out(self, id: str) -> Claim:
        """A claim that answers leave out, as it was extracted. Raises NotFound."""
        claims = self.recorded(self._extractions.article_of(id))
        return next(claim for claim in claims if claim.id == id)

    def quads(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """The quads of a named graph."""
        return self.graph.quads_for_pattern(None, None, None, graph)

    def dataset(self) -> Dataset:
        """A view for rdflib; its default graph is the union of all graphs.

        Put queries to it as strings: a prepared one runs in Python, 75 times slower.
        Raises StoreError if a server has the graphs.
        """
        if not isinstance(self.graph, Embedded):
            raise StoreError("the graphs are on a server: rdflib may ask it itself")
        store = OxigraphStore(store=self.graph.oxigraph)
        return Dataset(store=store, default_union=True)

    def sparql(self, query: str) -> Results:
        """The results of a SPARQL query over all graphs. Raises BadInput."""
        return sparql.query(self.graph, query)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time. Raises StoreError if the store is open to be read."""
        if self.read_only:
            raise StoreError(f"{self.path} is open to be read only")
        with self._writing, as_store_errors(self.path):
            self._learn()
            yield

    @property
    def written_elsewhere(self) -> bool:
        """Whether other processes may write, so that there is something to follow."""
        return self.graph.shared or isinstance(self.graph, Beside)

    def refresh(self) -> None:
        """Follow what other processes have written."""
        with self._writing, as_store_errors(self.path):
            self._learn()

    def _learn(self) -> None:
        """Be up to date with the graph: others, or a write that failed half-way here,
        may have left the read model behind."""
        known = self.revision
        self.graph.refresh()
        if self.revision != known:
            self.reviews = Reviews(self.graph, self.iris)
            self.curation = Curation.read(self.graph, self.iris, self.curation.given)
        if not isinstance(self.graph, Beside):  # there the writer does it
            following.catch_up(self)

    def _found(self, read: Callable[[], T]) -> T:
        """What is read; read again if another process wrote meanwhile, who tells the
        read model at once. Raises NotFound."""
        try:
            return read()
        except NotFound:
            behind = self.read_model.revision > self.revision
            if not (behind and isinstance(self.graph, Beside)):
                raise
        self.refresh()
        return read()

    def flush(self) -> None:
        """Make sure that all writes are on disk: call it at the end of a batch."""
        if self.directory and not self.read_only:
            with as_store_errors(self.path):
                self.graph.flush()

    def settle(self) -> None:
        """Wait until the write that is going on, if any, has ended."""
        with self._writing:
            pass

    def close(self) -> None:
        """Flush, and let go of the data directory."""
        if self._closed:
            return
        self._closed = True
        try:
            self.flush()
        finally:
            self.read_model.close()
            self.graph.close()
            if self._lock is not None:
                self._lock.release()
