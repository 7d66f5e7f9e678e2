"""One run of ingest: articles read, what is new extracted, all of it stored."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from api.ingesting.copies import Copies, copies
from api.ingesting.extracting import Extraction, Extractor, extracted
from api.ingesting.journal import Journal
from api.ingesting.tally import COPIED, REVISED, Tally
from extract.reading import Item, Unreadable
from graph.holdings import claims_held
from graph.outcome import Outcome
from graph.revisions import next_revision
from graph.store import Store
from ontology.claim import Article, Claim
from ontology.errors import BadInput


@dataclass(frozen=True)
class Run:
    """What a run works with; `advance` is called after each item.

    `extraction` is how articles are extracted: here, or on a cluster.
    """

    store: Store
    extractor: Extractor
    journal: Journal
    advance: Callable[[Tally], None] = lambda tally: None
    extraction: Extraction = extracted
    tally: Tally = field(default_factory=Tally)

    def ingest(self, items: Iterable[Item]) -> Tally:
        """Store the articles with their claims.

        An article is put whole, in one transaction, and only then noted in the
        journal: killed anywhere, the next run finds it stored or reads it again.
        """
        new = self._new(items)
        with copies(self.store) as known:
            for article, claims in self.extraction(self.extractor, new, self.tally):
                self._put(article, claims, known)
                self.advance(self.tally)
        for item in self.tally.refused:
            self.journal.failed(item)
        return self.tally

    def _new(self, items: Iterable[Item]) -> Iterator[Article]:
        """The articles that need to be read; the others are counted as they pass."""
        for given in self.tally.passing(self._noted(items)):
            article = next_revision(self.store, given)
            held = claims_held(self.store, article, self.extractor.program)
            if held is None:
                yield article
            else:
                self._stored(article, Outcome.UNCHANGED, held)
                self.advance(self.tally)

    def _noted(self, items: Iterable[Item]) -> Iterator[Item]:
        """The same items; what gave no article is in the journal at once."""
        for item in items:
            if isinstance(item, Unreadable):
                if not item.ignored:
                    self.journal.failed(item)
                self.advance(self.tally)
            yield item

    def _put(self, given: Article, claims: tuple[Claim, ...], known: Copies) -> None:
        """Store an article, or refuse it: only what is wrong with the store stops."""
        # others of its batch may have come to its place since it was read
        article = next_revision(self.store, given)
        if article.id != given.id:
            [(article, claims)] = self.extractor.extract([article])
        held = claims_held(self.store, article, self.extractor.program)
        if held is not None:
            self._stored(article, Outcome.UNCHANGED, held)
            return
        article = known.placed(article)
        try:
            outcome = self.store.put(article, claims, extractor=self.extractor.program)
        except BadInput as error:
            self.tally.refuse(article, str(error))
            return
        known.added(article)
        self._stored(article, outcome, len(claims))

    def _stored(self, article: Article, outcome: Outcome, claims: int) -> None:
        self.journal.stored(article.source)
        self.tally.note(_told(article, outcome), claims)


def _told(article: Article, outcome: Outcome) -> str:
    """What became of an article, as a report counts it."""
    if outcome is not Outcome.ADDED:
        return str(outcome)
    if article.revision_of:
        return REVISED
    return COPIED if article.copy_of else str(outcome)
