"""Two Dask workers on this machine against one process, both with one thread each.

python -m tests.benchmarks.cluster [--articles N]
"""

import argparse
import time
from collections.abc import Iterator

from api.extracting import Extraction, extracted
from api.ingesting.cluster import AHEAD, cluster
from api.tally import Tally
from extract import components, pipeline
from extract.pipeline import Extractor
from ontology.claim import Article
from tests.benchmarks.extraction import article, articles
from tests.benchmarks.figures import Figure, cpu, tell

WORKERS = 2


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=60)
    # a batch is one article, so that a few are enough for all workers to have some
    components.BATCH = 1
    tell(figures(parser.parse_args().articles))


def figures(count: int) -> Iterator[Figure]:
    """Articles a second by the clock, once every worker has its model; and what the
    cluster takes of the cores, which other work on the machine does not change."""
    given = [article(text) for text in articles(count)]
    extractor, warm = pipeline.load(threads=1), given[: AHEAD * WORKERS]
    list(extracted(extractor, warm, Tally()))
    with cpu() as alone:
        here = _rate(extracted, extractor, given)
    yield Figure("cluster", "one process, articles/s", "", value=here)
    with cluster(None, WORKERS, tagger=None, topics=()) as found:
        list(found.extracted(extractor, warm, Tally()))
        before = sum(found.client.run(time.process_time).values())
        with cpu() as ours:
            there = _rate(found.extracted, extractor, given)
        theirs = sum(found.client.run(time.process_time).values()) - before
    yield Figure("cluster", "two workers, articles/s", "", value=there)
    share = there / (WORKERS * here)
    yield Figure("cluster", "of twice one process", "", share, target=0.9, least=True)
    used = alone() / (theirs + ours())
    yield Figure("cluster", "CPU of one process, of the cluster's", "", value=used)


def _rate(extraction: Extraction, extractor: Extractor, given: list[Article]) -> float:
    began = time.perf_counter()
    count = sum(1 for _ in extraction(extractor, given, Tally()))
    return count / (time.perf_counter() - began)


if __name__ == "__main__":
    main()
