"""Two Dask workers on this machine against one process, all with one thread each.

    python -m tests.benchmarks.cluster [--articles N]

Both read the same articles in turn, so that other work on the machine falls on both.
By the clock, it takes cores from the workers first; of CPU time, only less slips in.
"""

import argparse
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from api.ingesting.cluster import Cluster, cluster
from api.ingesting.extracting import extracted
from api.ingesting.tally import Tally
from extract import pipeline, text_batches
from extract.pipeline import Extractor
from ontology.claim import Article
from tests.benchmarks.extraction import article, articles
from tests.benchmarks.figures import Figure, tell

WORKERS = 2

ROUNDS = 2

LEAST = 0.9
"""Of what would be reached if nothing were lost."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=40)
    # a batch is one article, so that a few are enough for all workers to have some
    text_batches.BATCH = 1
    tell(figures(parser.parse_args().articles))


@dataclass
class Taken:
    """Seconds that reading took, in all rounds."""

    clock: float = 0.0
    processors: float = 0.0


def figures(count: int) -> Iterator[Figure]:
    """Articles a second, once every worker has its model; and what of it is lost."""
    given = [article(text) for text in articles(count)]
    extractor = pipeline.load(threads=1)
    with cluster(None, WORKERS, tagger=None, topics=()) as workers:
        alone, together = read(extractor, workers, given)
    for row, one, two in (
        ("articles/s, by the clock", alone.clock, together.clock),
        # each of them on a core that nothing else runs on
        ("articles/s of CPU time", alone.processors, together.processors / WORKERS),
    ):
        here, there = ROUNDS * count / one, ROUNDS * count / two
        yield Figure("cluster", row, "one process", here)
        yield Figure("cluster", row, "two workers", there)
        share = there / (WORKERS * here)
        yield Figure("cluster", row, "of twice one process", share, LEAST, least=True)


def read(
    extractor: Extractor, workers: Cluster, given: list[Article]
) -> tuple[Taken, Taken]:
    """What the articles take one process, and what the cluster."""
    alone, together = Taken(), Taken()

    def here() -> None:
        list(extracted(extractor, given, Tally()))

    def there() -> None:
        list(workers.extracted(extractor, given, Tally()))

    list(workers.extracted(extractor, given[:6], Tally()))
    list(extracted(extractor, given[:2], Tally()))
    for _ in range(ROUNDS):
        add(alone, here, time.process_time)
        add(together, there, lambda: used(workers))
    return alone, together


def used(workers: Cluster) -> float:
    """CPU seconds of the workers, and of this process, which sends and collects."""
    theirs: dict[str, float] = workers.client.run(time.process_time)
    return sum(theirs.values()) + time.process_time()


def add(taken: Taken, run: Callable[[], None], processors: Callable[[], float]) -> None:
    """Run once more, and add what it takes."""
    before, began = processors(), time.perf_counter()
    run()
    taken.clock += time.perf_counter() - began
    taken.processors += processors() - before


if __name__ == "__main__":
    main()
