"""One run of ingest: articles read, what is new extracted, all of it stored."""

from collections.abc import Callable, Iterable, Iterator

from api.ingesting.journal import Journal
from api.ingesting.tally import Tally
from extract.pipeline import Extractor
from extract.reading import Item, Unreadable
from graph.holdings import claims_held
from graph.outcome import Outcome
from graph.store import Store
from ontology.claim import Article


def ingest(
    items: Iterable[Item],
    store: Store,
    extractor: Extractor,
    journal: Journal,
    *,
    advance: Callable[[Tally], None] = lambda tally: None,
) -> Tally:
    """Store the articles with their claims; `advance` is called after each item.

    An article is put whole, in one transaction, and only then noted in the journal:
    killed anywhere, the next run finds it stored or reads it again.
    """
    tally = Tally()
    new = _new(items, store, extractor, journal, tally, advance)
    for article, claims in extractor.extract(new):
        outcome = store.put(article, claims, extractor=extractor.program)
        journal.stored(article.source)
        tally.count(outcome, len(claims))
        advance(tally)
    return tally


def _new(
    items: Iterable[Item],
    store: Store,
    extractor: Extractor,
    journal: Journal,
    tally: Tally,
    advance: Callable[[Tally], None],
) -> Iterator[Article]:
    """The articles that need to be read; the others are counted as they pass."""
    for item in items:
        if isinstance(item, Unreadable):
            tally.note(item)
            if not item.ignored:
                journal.failed(item)
        elif (held := claims_held(store, item, extractor.program)) is not None:
            journal.stored(item.source)
            tally.count(Outcome.UNCHANGED, held)
        else:
            yield item
            continue
        advance(tally)
