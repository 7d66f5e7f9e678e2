"""The graph at one size: load, disk, memory, questions, and SPARQL beside them.

    python -m tests.benchmarks.graph_at --claims 20000 --folder /tmp/at [--rounds 100]

Figures go to standard output as JSON Lines, as they are taken. A process of its own
for each size, so that memory is that of the size; the store stays in the folder.
"""

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from graph.loading import Record
from graph.mapping.claims_rdf import to_rdf
from graph.network.projection import projection
from graph.read_model.column_reading import columns
from graph.storage.directory import exists
from graph.store import Store
from tests.benchmarks import others
from tests.benchmarks.figures import (
    Figure,
    cpu,
    memory,
    middle_and_p95,
    milliseconds,
    peak_memory,
    size,
    tell,
    until_rest,
)
from tests.benchmarks.generator import CLAIMS_PER_ARTICLE, Generator
from tests.benchmarks.questions import Ask, measured

ARTICLES = 50
"""How many articles are ingested one by one."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=100)
    given = parser.parse_args()
    if exists(given.folder):
        parser.error(f"{given.folder} holds a store: the first load needs a new folder")
    tell(figures(given.claims, given.folder, given.rounds))


def figures(claims: int, folder: Path, rounds: int) -> Iterator[Figure]:
    """All that is measured at a size, one after the other."""
    column = f"{claims:,} claims"
    folder.mkdir(parents=True, exist_ok=True)
    topics = [Generator().write_scheme(folder.with_suffix(".ttl"))]
    with Store.open(folder, topics=topics) as store:
        yield from loaded(store, claims, partial(Figure, "storage", column=column))
    with Store.open(folder, topics=topics) as store:  # each ingest opens it anew
        yield from ingested(store, claims, partial(Figure, "storage", column=column))
    yield from sizes(folder, claims, partial(Figure, "storage", column=column))
    with Store.open(folder, topics=topics) as store:
        yield from projected(store, partial(Figure, "storage", column=column))
        yield from asked(store, claims, rounds)
        yield from others.beside(store, claims)


def loaded(store: Store, claims: int, figure: "partial[Figure]") -> Iterator[Figure]:
    """The first load, which is whole once RocksDB has merged its files."""
    made, making = Generator(), Making()
    with cpu() as seconds:
        store.load(making.timed(made.articles(claims)))
    net = seconds() - making.seconds
    rate = figure(row="first load, claims/s of CPU time", value=claims / net)
    yield replace(rate, target=1500, least=True)
    yield figure(row="first load, minutes of CPU time", value=net / 60)
    yield figure(row="first load, most memory, MB", value=peak_memory())
    # RocksDB goes on by itself, which is none of the work of what is ingested next
    merging = until_rest()
    yield figure(row="merging after a first load, s of CPU time", value=merging)


class Making:
    """CPU seconds that it takes to make what is loaded, and nothing beside it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def timed(self, records: Iterable[Record]) -> Iterator[Record]:
        """The same records."""
        waiting = iter(records)
        while True:
            # of this thread: others go on with what came before
            began = time.thread_time()
            record = next(waiting, None)
            self.seconds += time.thread_time() - began
            if record is None:
                return
            yield record


def sizes(folder: Path, claims: int, figure: "partial[Figure]") -> Iterator[Figure]:
    """What lies on the disk once the store is closed."""
    graph, read = size(folder / "graph"), size(folder, "claims.sqlite*")
    yield figure(row="store, bytes a claim", value=graph / claims)
    yield figure(row="read model, bytes a claim", value=read / claims)
    yield figure(row="read model, % of the store", value=100 * read / graph, target=20)


def ingested(store: Store, claims: int, figure: "partial[Figure]") -> Iterator[Figure]:
    """Articles that come one by one into what is there."""
    made = Generator()
    first = claims // CLAIMS_PER_ARTICLE
    articles = [made.article(first + number) for number in range(ARTICLES)]
    triples = sum(len(to_rdf(*each, store.iris)) for each in articles)
    yield figure(row="triples a claim", value=triples / ARTICLES / CLAIMS_PER_ARTICLE)
    calls: Iterator[Ask] = (partial(store.put, *each) for each in articles)
    middle, _ = middle_and_p95(milliseconds(lambda: next(calls), ARTICLES))
    yield figure(row="ingest an article of 12 claims, ms", value=middle, target=15)


def projected(store: Store, figure: "partial[Figure]") -> Iterator[Figure]:
    """What a server makes at its start: the graph of agents and topics, the columns."""
    before = memory()
    with cpu() as seconds:
        graph = projection(store.read_model)
    yield figure(row="projection, s to build", value=seconds(), target=15)
    yield figure(row="projection, MB", value=memory() - before, target=700)
    edges = sum(map(len, graph.adjacent.values())) // 2
    yield figure(row="projection, edges", value=edges)
    before = memory()
    with cpu() as seconds, store.read_model.reading() as db:
        columns(store.read_model, db)
    yield figure(row="columns, s to build", value=seconds())
    yield figure(row="columns, MB", value=memory() - before)


def asked(store: Store, claims: int, rounds: int) -> Iterator[Figure]:
    """Each question's median and 95th percentile, after three that warm up."""
    for question in measured(store.read_model, Generator()):
        milliseconds(question.make, 3)
        middle, most = middle_and_p95(milliseconds(question.make, rounds))
        for name, value, target in (
            ("median", middle, None),
            ("p95", most, question.target),
        ):
            column = f"{claims:,}, {name}"
            yield Figure("questions", question.name, column, value, target)


if __name__ == "__main__":
    main()
