"""Articles through the extractor, one that fails never stopping the others."""

import logging
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from api.tally import Tally
from extract.components import batches
from extract.pipeline import Extractor
from ontology.claim import Article, Claim

log = logging.getLogger(__name__)

Extracted: TypeAlias = tuple[Article, tuple[Claim, ...]]


def extracted(
    extractor: Extractor, articles: Iterable[Article], tally: Tally
) -> Iterator[Extracted]:
    """Each article with its claims, in order; the tally has those that failed.

    They are read together where that goes well, else each by itself, so that only
    the one at fault is refused.
    """
    for several in batches(articles):
        try:
            found = list(extractor.extract(several))
        except Exception:
            # whatever it was, the others are to be read
            log.debug("one of %d articles failed", len(several), exc_info=True)
            found = [pair for one in several for pair in _alone(extractor, one, tally)]
        yield from found


def _alone(extractor: Extractor, article: Article, tally: Tally) -> list[Extracted]:
    try:
        return list(extractor.extract([article]))
    except Exception as error:
        log.debug("%s failed", article.source, exc_info=True)
        tally.refuse(article, f"no claims could be extracted: {error!r}")
        return []
