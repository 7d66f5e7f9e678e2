"""What each room after the encoder costs an article, beside the encoder itself.

    python -m tests.benchmarks.rooms [--repeats N] [--articles N]

Texts: our gold articles, which are short and full of quotes: some 17 attributions each.
One thread reads them; the documents are read anew for each repeat, so that what a
room keeps on a document is paid for by the room that needs it first.
"""

import argparse
import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple, TypeAlias

from spacy.tokens import Doc

from extract import pipeline
from extract.agents.addressees import addressees, targets
from extract.agents.speakers import speakers
from extract.attributions import Attribution, attributions
from extract.components import encoder_of
from extract.dates import dates
from extract.encoding.encoded import doc_words
from extract.pipeline import Extractor
from extract.splitting import items, sentences
from extract.stances import stances
from ontology.claim import Article
from tests.benchmarks.extraction import article
from tests.benchmarks.figures import Figure, cpu, tell

ARTICLES = Path(__file__).parents[1] / "gold" / "articles"

ENCODER = "the encoder's forward pass"

MOST = 50
"""Percent of the encoder's time that all rooms together may take."""


class Page(NamedTuple):
    """A document that went through the spaCy pipeline, and its sentences said."""

    doc: Doc
    article: Article
    parts: Sequence[Attribution]


Room: TypeAlias = Callable[[Page], object]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--articles", type=int, default=1000, help="at most")
    given = parser.parse_args()
    files = sorted(ARTICLES.glob("*.txt"))[: given.articles]
    texts = [path.read_text("utf-8") for path in files]
    tell(figures(pipeline.load(threads=1), texts, given.repeats))


def figures(
    extractor: Extractor, texts: Sequence[str], repeats: int
) -> Iterator[Figure]:
    """CPU milliseconds an article of each room, and percent of the encoder's."""
    own = rooms(extractor)
    list(extractor.extract(map(article, texts[:2])))
    passes = [_one_pass(extractor, own, texts) for _ in range(repeats)]
    times = {name: median(each[name] for each in passes) for name in own}
    encoder = times[ENCODER]
    for name, value in times.items():
        yield Figure("rooms", name, "CPU ms", value)
        yield Figure("rooms", name, "% of the encoder", 100 * value / encoder)
    whole = sum(times.values()) - encoder
    yield Figure("rooms", "all after it", "CPU ms", whole)
    share = 100 * whole / encoder
    yield Figure("rooms", "all after it", "% of the encoder", share, target=MOST)


def rooms(extractor: Extractor) -> Mapping[str, Room]:
    """Each room by its name, in the order in which an article goes through them."""
    encoder = encoder_of(extractor.nlp)
    return {
        ENCODER: lambda page: encoder.encode([doc_words(page.doc)[0]]),
        "speakers": lambda page: speakers(page.doc, page.article),
        "addressees and targets": lambda page: (
            addressees(page.doc, page.article),
            targets(page.doc, page.article),
        ),
        "dates": lambda page: dates(page.doc, page.article),
        "sentences and lists": lambda page: [
            items(part) for own in attributions(page.doc) for part in sentences(own)
        ],
        "stances": lambda page: stances(page.doc, page.parts, encoder),
        "topics": lambda page: extractor.linker.topics(page.doc, page.parts),
    }


def _one_pass(
    extractor: Extractor, own: Mapping[str, Room], texts: Sequence[str]
) -> dict[str, float]:
    """CPU milliseconds an article of each room over all texts."""
    pages = [_page(extractor, text) for text in texts]
    gc.collect()
    gc.freeze()  # no room pays for looking through what was there before it
    return {name: _milliseconds(room, pages) for name, room in own.items()}


def _page(extractor: Extractor, text: str) -> Page:
    doc = extractor.nlp(text)
    parts = [part for own in attributions(doc) for part in sentences(own)]
    return Page(doc, article(text), parts)


def _milliseconds(room: Room, pages: Sequence[Page]) -> float:
    with cpu() as seconds:
        for page in pages:
            room(page)
    return 1000 * seconds() / len(pages)


if __name__ == "__main__":
    main()
