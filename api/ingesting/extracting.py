"""Articles through the extractor, one that fails never stopping the others."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from api.ingesting.tally import Tally
from extract.text_batches import batches
from ontology.claim import Article, Claim
from ontology.claim import Extractor as Program

log = logging.getLogger(__name__)

SPELL = 5.0
"""Seconds for which readers keep what they have of a store that is written to: after
each write all of it is made anew, whether it was of one article or of several."""

Extracted: TypeAlias = tuple[Article, tuple[Claim, ...]]


class Extractor(Protocol):
    """What finds claims: `extract.pipeline`'s, or one in another process."""

    @property
    def program(self) -> Program:
        """Name and version as every claim carries them."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Extracted]:
        """Each article with its claims, in order."""


Extraction: TypeAlias = Callable[
    [Extractor, Iterable[Article], Tally], Iterator[Extracted]
]
"""How articles are extracted: here, or on a cluster."""


@dataclass(frozen=True)
class Reading:
    """What became of articles that were read together, each in one of the two."""

    found: tuple[Extracted, ...] = ()
    failed: tuple[tuple[Article, str], ...] = ()
    """With the reason why."""

    def __add__(self, other: "Reading") -> "Reading":
        return Reading(self.found + other.found, self.failed + other.failed)


def extracted(
    extractor: Extractor, articles: Iterable[Article], tally: Tally
) -> Iterator[Extracted]:
    """Each article with its claims, in order; the tally has those that failed."""
    for several in batches(articles):
        yield from noted(reading(extractor, several), tally)


def in_spells(
    extractor: Extractor,
    articles: Iterable[Article],
    tally: Tally,
    *,
    seconds: float = SPELL,
) -> Iterator[Extracted]:
    """The same, each read before the next is fetched, for a site may be slow; those of
    some seconds are given out together, the first at once."""
    waiting: list[Extracted] = []
    last = -seconds
    for article in articles:
        waiting += noted(reading(extractor, [article]), tally)
        if time.monotonic() - last >= seconds:
            yield from waiting
            waiting, last = [], time.monotonic()
    yield from waiting


def noted(reading: Reading, tally: Tally) -> tuple[Extracted, ...]:
    """The articles that were read; the tally has the others."""
    for article, reason in reading.failed:
        tally.refuse(article, reason)
    return reading.found


def reading(extractor: Extractor, several: list[Article]) -> Reading:
    """The articles read together where that goes well, else each by itself, so that
    only the one at fault fails."""
    try:
        return Reading(tuple(extractor.extract(several)))
    except Exception:
        # whatever it was, the others are to be read
        log.debug("one of %d articles failed", len(several), exc_info=True)
    return sum((_alone(extractor, one) for one in several), Reading())


def _alone(extractor: Extractor, article: Article) -> Reading:
    try:
        return Reading(tuple(extractor.extract([article])))
    except Exception as error:
        log.debug("%s failed", article.source, exc_info=True)
        reason = f"no claims could be extracted: {error!r}"
        return Reading(failed=((article, reason),))
