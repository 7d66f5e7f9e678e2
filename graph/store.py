"""The store: articles and their claims, kept as RDF, answered from the read model.

Oxigraph holds the truth, one named graph an article; the read model follows it.
A write is a transaction there, then one here. A crash between the two is made good
when the store is opened next, because both carry the revision.
"""

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset

from graph import article_rdf, following, revisions, sparql, vocabularies
from graph.bulk import FirstLoad
from graph.claims_rdf import from_rdf, to_rdf
from graph.curation import AGENTS, FOUND, TOPICS, Curation
from graph.directory import Directory, Lock, check, exists, prepare
from graph.failures import as_store_errors
from graph.iris import DEFAULT_BASE, Iris, local
from graph.journal import Journal
from graph.outcome import Outcome
from graph.read_model import ReadModel
from graph.reviews import Review, Reviews
from graph.terms import ARTICLE, DERIVED, TYPE
from graph.triples import Resources, value
from ontology.claim import Article, Claim, Extractor
from ontology.errors import NotFound, StoreError
from ontology.topics import TopicScheme
from ontology.topics import load as load_topics

WAIT = 2.0
"""Seconds that an opening waits for another command to finish."""


class Store:
    """Articles and claims. Many threads may read; writes are one at a time.

    `graph` is the Oxigraph store itself, `read_model` what questions are put to.
    """

    def __init__(
        self,
        graph: ox.Store,
        read_model: ReadModel,
        iris: Iris,
        curation: Curation,
        *,
        directory: Directory | None = None,
        lock: Lock | None = None,
        read_only: bool = False,
    ) -> None:
        self.graph, self.read_model, self.iris = graph, read_model, iris
        self.directory, self.read_only = directory, read_only
        self.journal = Journal(graph, iris)
        self.reviews = Reviews(graph, iris)
        self.curation = curation
        self._lock, self._writing = lock, threading.RLock()
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
    ) -> "Store":
        """The store in this data directory, made if need be; in memory for None.

        `topics` are SKOS files in place of the shipped scheme. Readers share a
        directory; a writer has it alone, and is waited for so many seconds.
        Raises StoreError, naming the reason and, of a lock, the holder.
        """
        scheme = load_topics(*topics)
        if path is None:
            return cls._in_memory(base, scheme, topics)
        if not read_only:
            return cls._to_write(path, base, scheme, topics, wait)
        store = cls._to_read(path, base, scheme, wait)
        if store.read_model.revision == store.revision:
            return store
        store.close()  # a reader may not write: catch up as a writer, then read
        cls._to_write(path, base, scheme, topics, wait).close()
        return cls._to_read(path, base, scheme, wait)

    @classmethod
    def _in_memory(
        cls, base: str, scheme: TopicScheme, topics: Sequence[Path]
    ) -> "Store":
        graph, iris = ox.Store(), Iris.of(base, scheme)
        vocabularies.load(graph, iris, topics)
        curation = Curation.read(graph, iris, scheme)
        return cls(graph, ReadModel.open(None, scheme), iris, curation)

    @classmethod
    def _to_write(
        cls,
        path: Path,
        base: str,
        scheme: TopicScheme,
        topics: Sequence[Path],
        wait: float,
    ) -> "Store":
        with _locked(path, Lock(path, wait=wait)) as lock:
            directory = prepare(path, base)
            graph, iris = ox.Store(str(directory.graph)), Iris.of(base, scheme)
            vocabularies.load(graph, iris, topics)
            curation = Curation.read(graph, iris, scheme)
            model = _read_model(directory, curation)
            store = cls(graph, model, iris, curation, directory=directory, lock=lock)
            following.catch_up(store)
            return store

    @classmethod
    def _to_read(
        cls, path: Path, base: str, scheme: TopicScheme, wait: float
    ) -> "Store":
        if not exists(path):
            raise StoreError(f"nothing is stored in {path} yet")
        with _locked(path, Lock(path, shared=True, wait=wait)) as lock:
            directory = check(path, base)
            graph = ox.Store.read_only(str(directory.graph))
            iris = Iris.of(base, scheme)
            curation = Curation.read(graph, iris, scheme)
            return cls(
                graph,
                _read_model(directory, curation),
                iris,
                curation,
                directory=directory,
                lock=lock,
                read_only=True,
            )

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
        return self.journal.revision

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
        quads = to_rdf(article, claims, self.iris, extractor=extractor)
        graph = self.iris.article(article.id)
        with self.writing():
            known = set(self.quads(graph))
            if known == set(quads):
                return Outcome.UNCHANGED
            self.journal.write(graph, quads)
            reviewed = self.reviews.applied(article.id, claims)
            counted = self.curation.applied(article.id, reviewed)
            following.show(self, article, counted, self.revision)
        return Outcome.REPLACED if known else Outcome.ADDED

    def load(
        self, records: Iterable[tuple[Article, Sequence[Claim]]]
    ) -> Counter[Outcome]:
        """Store many articles, the first time by the bulk path; counts the outcomes."""
        with self.writing():
            if self.revision:
                return Counter(self.put(*record) for record in records)
            first = FirstLoad(self.journal, self.iris)
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
                self.journal.note(self.iris.article(after), bridge)
            self.journal.write(self.iris.article(article_id), ())
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
            self.journal.note(self.iris.article(article.id), addition)
            self.reviews.add(review)
            following.follow(self, article.id, self.revision)

    def curate(self, graphs: Mapping[str, Sequence[ox.Quad]]) -> None:
        """Put these graphs of names in place of what they held, and apply them."""
        with self.writing():
            before = self.curation
            for name, quads in graphs.items():
                self.journal.write(self.iris.graph(name), quads)
            self.curation = Curation.read(self.graph, self.iris, before.given)
            following.apply(self, before)

    def article(self, id: str) -> Article:
        """The article with this id. Raises NotFound."""
        node = self.iris.article(id)
        # a list: what is left of an iterator must not die in another thread
        triples = list(self.graph.quads_for_pattern(node, None, None, node))
        try:
            return article_rdf.from_rdf(Resources(triples))
        except LookupError:
            raise NotFound(f"no article has the id {id!r}") from None

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article as they count: corrected, without rejected ones,
        their agents and topics under the names that answers show."""
        return self.curation.applied(article_id, self.reviewed(article_id))

    def reviewed(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article as reviews leave them, under the article's names."""
        return self.reviews.applied(article_id, self.recorded(article_id))

    def recorded(self, article_id: str) -> tuple[Claim, ...]:
        """The claims of an article as they were extracted. Raises NotFound."""
        try:
            return from_rdf(list(self.quads(self.iris.article(article_id))))[1]
        except LookupError:
            raise NotFound(f"no article has the id {article_id!r}") from None

    def claim(self, id: str) -> Claim:
        """The claim with this id, a rejected one too. Raises NotFound."""
        try:
            return self.read_model.claim(id)
        except NotFound:
            return self._recorded_claim(id)

    def claim_to_review(self, id: str) -> Claim:
        """The claim under the names that its article gives. Raises NotFound."""
        claims = self.reviewed(self.claim(id).article.id)
        found = (claim for claim in claims if claim.id == id)
        return next(found, None) or self._recorded_claim(id)

    def _recorded_claim(self, id: str) -> Claim:
        """A claim that answers leave out, from the record."""
        node = self.iris.claim(id)
        for quad in list(self.graph.quads_for_pattern(node, DERIVED, None)):
            claims = self.recorded(local(value(quad.object)))
            return next(claim for claim in claims if claim.id == id)
        raise NotFound(f"no claim has the id {id!r}")

    def articles(self) -> Iterator[Article]:
        """All articles, in the order of their ids."""
        return map(self.article, self.article_ids())

    def article_ids(self) -> list[str]:
        """The ids of all articles, in order."""
        found = self.graph.quads_for_pattern(None, TYPE, ARTICLE)
        return sorted(local(value(quad.subject)) for quad in found)

    def quads(self, graph: ox.NamedNode) -> Iterator[ox.Quad]:
        """The quads of a named graph."""
        return self.graph.quads_for_pattern(None, None, None, graph)

    def dataset(self) -> Dataset:
        """A view for rdflib; its default graph is the union of all graphs.

        Put queries to it as strings: a prepared one runs in Python, 75 times slower.
        """
        return Dataset(store=OxigraphStore(store=self.graph), default_union=True)

    def sparql(self, query: str) -> sparql.Results:
        """The results of a SPARQL query over all graphs. Raises BadInput."""
        return sparql.query(self.graph, query)

    def changed(self, since: int) -> list[str]:
        """Ids of the articles changed or removed after a revision, oldest first."""
        names = set(self._names())
        later = self.journal.since(since)
        return [local(graph.value) for graph in later if graph not in names]

    def renamed(self, since: int) -> bool:
        """Whether names were brought together or parted after a revision."""
        return not set(self._names()).isdisjoint(self.journal.since(since))

    def _names(self) -> list[ox.NamedNode]:
        return [self.iris.graph(name) for name in (AGENTS, TOPICS, *FOUND.values())]

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time. Raises StoreError if the store is open to be read."""
        if self.read_only:
            raise StoreError(f"{self.path} is open to be read only")
        with self._writing, as_store_errors(self.path):
            # a write that failed half-way left the read model behind
            following.catch_up(self)
            yield

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
            # Oxigraph has no close: it lets go of its files with the last reference
            del self.graph, self.journal
            if self._lock:
                self._lock.release()


def _read_model(directory: Directory, curation: Curation) -> ReadModel:
    return ReadModel.open(directory.read_model, curation.scheme, curation.also())


@contextmanager
def _locked(path: Path, lock: Lock) -> Iterator[Lock]:
    """The lock, released if the opening fails."""
    try:
        with as_store_errors(path):
            yield lock
    except BaseException:
        lock.release()
        raise
