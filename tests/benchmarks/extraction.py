"""How fast texts become claims, beside what people would use instead.

    python -m tests.benchmarks.extraction [--threads N] [--articles N]

Texts: the seeds and our gold articles, joined and cut to articles of 740 words.
textacy's quotation extraction gets its trees from the same spaCy pipeline; a forward
pass of BERT-base stands for the published state of the art. Both are left out where
`textacy` or `onnx` is not installed.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np
from spacy.tokens import Doc

from extract import pipeline
from extract.components import encoder_of
from extract.encoding.encoded import doc_words
from extract.encoding.pieces import pieces
from extract.encoding.words import Words
from extract.pipeline import Extractor
from ontology.claim import Article
from ontology.ids import article_id
from tests.benchmarks.figures import Figure, cpu, peak_memory, tell

WORDS = 740

PIECES = 384
"""Pieces of a BERT-base window here: as long as ours, without overlap."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--articles", type=int, default=64)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--layers", type=int, default=12, help="of BERT-base")
    given = parser.parse_args()
    clock = Clock(given.repeats, given.layers)
    tell(figures(given.threads, articles(given.articles), clock))


@dataclass(frozen=True)
class Clock:
    """Times what is run, as often as wanted after one that warms up."""

    repeats: int
    layers: int
    """Of BERT-base, which has 12: with fewer, it is only shown to run."""

    def times(self, run: Callable[[], object]) -> tuple[float, float]:
        """Median seconds by the clock, and of CPU."""
        run()
        walls, times = [], []
        for _ in range(self.repeats):
            began = time.perf_counter()
            with cpu() as seconds:
                run()
            walls.append(time.perf_counter() - began)
            times.append(seconds())
        return median(walls), median(times)


def figures(threads: int, texts: Sequence[str], clock: Clock) -> Iterator[Figure]:
    """All that is measured on so many cores, to which the process is bound."""
    os.sched_setaffinity(0, set(sorted(os.sched_getaffinity(0))[:threads]))
    figure = partial(Figure, "extraction", column=f"{threads} core{'s'[: threads - 1]}")
    extractor = pipeline.load(threads=threads)
    list(extractor.extract(map(article, texts[:4])))
    wall, whole = clock.times(lambda: list(extractor.extract(map(article, texts))))
    # before the documents of the whole batch are kept at once, which no user does
    yield figure("most memory, MB", value=peak_memory())
    yield figure("articles/s", value=len(texts) / wall)
    yield figure("words/s", value=len(texts) * WORDS / wall)
    each = 1000 / len(texts)
    name = "CPU ms an article of 740 words: "
    yield figure(f"{name}claims, all of it", value=whole * each)
    _, piped = clock.times(lambda: list(extractor.nlp.pipe(texts)))
    yield figure(f"{name}the spaCy pipeline in it", value=piped * each)
    forward = _encoder(extractor, texts, clock)
    yield figure(f"{name}the encoder's forward pass in that", value=forward * each)
    yield figure("the forward pass, % of it all", value=100 * forward / whole)
    yield figure("start-up, s", value=_start_up())
    for peer, seconds in _peers(extractor, texts, threads, clock):
        yield figure(f"{name}{peer}", value=seconds * each)


def _encoder(extractor: Extractor, texts: Sequence[str], clock: Clock) -> float:
    """CPU seconds of the forward pass alone."""
    words = _words(extractor, texts)
    return clock.times(lambda: encoder_of(extractor.nlp).encode(words))[1]


def _words(extractor: Extractor, texts: Sequence[str]) -> list[Words]:
    return [doc_words(extractor.nlp.make_doc(text))[0] for text in texts]


def _windows(extractor: Extractor, texts: Sequence[str]) -> float:
    """How many BERT-base windows the texts fill, without overlap."""
    found = _words(extractor, texts)
    return sum(len(each) for own in found for each in pieces(own.texts)) / PIECES


def _peers(
    extractor: Extractor, texts: Sequence[str], threads: int, clock: Clock
) -> Iterator[tuple[str, float]]:
    if find_spec("textacy"):
        docs = extractor.nlp.pipe(texts)
        paragraphs = [part for doc in docs for part in _paragraphs(doc)]
        _, seconds = clock.times(lambda: [_quotations(part) for part in paragraphs])
        yield "textacy's quotations, trees given", seconds
    if find_spec("onnx"):
        yield (
            "a BERT-base forward pass",
            _bert(threads, clock) * _windows(extractor, texts),
        )


def _paragraphs(doc: Doc) -> list[Doc]:
    """textacy gives up where quotation marks are odd: less is lost by paragraphs."""
    ends = [token.i + 1 for token in doc if "\n" in token.text] + [len(doc)]
    spans = (doc[start:end] for start, end in pairwise([0, *ends]) if start < end)
    return [span.as_doc() for span in spans]


def _quotations(paragraph: Doc) -> int:
    """How many textacy finds; imported by name, since type checkers lack it."""
    triples = import_module("textacy.extract.triples")
    try:
        return len(list(triples.direct_quotations(paragraph)))
    except ValueError:  # an odd number of quotation marks
        return 0


def _bert(threads: int, clock: Clock) -> float:
    """Seconds of one window of a BERT-base of the same length."""
    from tests.benchmarks import bert_base

    bert = bert_base.session(threads, clock.layers)
    several = np.zeros((2, PIECES, bert_base.WIDTH), dtype=np.float32)
    return clock.times(lambda: bert.run(None, {"x": several}))[1] / len(several)


def articles(count: int) -> list[str]:
    """Articles of WORDS words, cut from the seeds and the gold articles in turn."""
    root = Path(__file__).parents[2]
    files = sorted([*root.glob("seeds/*.txt"), *root.glob("tests/gold/articles/*.txt")])
    lines = [line for file in files for line in file.read_text().split("\n")]
    found: list[str] = []
    current: list[str] = []
    while len(found) < count:
        for line in lines:
            current.append(line)
            if sum(len(own.split()) for own in current) >= WORDS:
                found.append("\n".join(current))
                current = []
    return found[:count]


def article(text: str) -> Article:
    """An article of this text."""
    return Article(id=article_id(text), source="benchmark", text=text)


def _start_up() -> float:
    """Seconds until the extractor is ready, in a process of its own."""
    began = time.perf_counter()
    code = "from extract import pipeline; pipeline.load()"
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
