"""How fast texts become claims, beside a BERT-base forward pass over the same texts.

`python -m tests.benchmarks.extraction [--threads N]`, with the package `onnx`
installed for the comparison. Texts: the seeds and our gold articles, joined and cut
to articles of 740 words.
"""

import argparse
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from extract import pipeline
from extract.components import doc_words, encoder_of
from extract.pieces import pieces
from ontology.claim import Article
from ontology.ids import article_id
from tests.benchmarks import bert_base

WORDS, ARTICLES = 740, 64
REPEATS = 3
PIECES = 384
"""Pieces of a BERT-base window here: as long as ours, without overlap."""


def main() -> None:
    """Print the figures of one run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=2)
    threads = parser.parse_args().threads
    texts = articles()
    started = _seconds(_start_up)
    extractor = pipeline.load(threads=threads)
    list(extractor.extract(map(article, texts[:4])))
    whole = _times(lambda: list(extractor.extract(map(article, texts))))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    piped = _times(lambda: list(extractor.nlp.pipe(texts[:16])))
    piped = [seconds * ARTICLES / 16 for seconds in piped]
    docs = [extractor.nlp.make_doc(text) for text in texts]
    words = [doc_words(doc)[0] for doc in docs]
    encoder = encoder_of(extractor.nlp)
    forward = _times(lambda: encoder.encode(words))
    rows = sum(len(p) for own in words for p in pieces(own.texts))
    bert = bert_base.session(threads)
    windows = np.zeros((8, PIECES, bert_base.WIDTH), dtype=np.float32)
    passes = rows / windows.shape[0] / PIECES
    peer = [t * passes for t in _times(lambda: bert.run(None, {"x": windows}))]
    for name, times in (
        ("claims", whole),
        ("spaCy pipe", piped),
        ("encoder", forward),
        ("BERT-base", peer),
    ):
        print(f"{name:12}{_per_article(times):8.1f} ms an article of {WORDS} words")
    print(f"BERT-base / encoder    {_ratio(peer, forward):5.1f}")
    print(f"BERT-base / extraction {_ratio(peer, whole):5.1f}")
    print(f"start-up {started:.2f} s, peak memory {memory:.0f} MB, threads {threads}")


def articles() -> list[str]:
    """Articles of WORDS words, cut from the seeds and the gold articles in turn."""
    root = Path(__file__).parents[2]
    files = sorted([*root.glob("seeds/*.txt"), *root.glob("tests/gold/articles/*.txt")])
    lines = [line for file in files for line in file.read_text().split("\n")]
    found: list[str] = []
    current: list[str] = []
    while len(found) < ARTICLES:
        for line in lines:
            current.append(line)
            if sum(len(own.split()) for own in current) >= WORDS:
                found.append("\n".join(current))
                current = []
    return found[:ARTICLES]


def article(text: str) -> Article:
    """An article of this text."""
    return Article(id=article_id(text), source="benchmark", text=text)


def _start_up() -> None:
    code = "from extract import pipeline; pipeline.load()"
    subprocess.run([sys.executable, "-c", code], check=True)


def _seconds(run: Callable[[], object]) -> float:
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def _times(run: Callable[[], object]) -> list[float]:
    run()
    return [_seconds(run) for _ in range(REPEATS)]


def _per_article(times: list[float]) -> float:
    return statistics.median(times) / ARTICLES * 1000


def _ratio(one: list[float], other: list[float]) -> float:
    return statistics.median(one) / statistics.median(other)


if __name__ == "__main__":
    main()
