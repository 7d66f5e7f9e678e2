"""Measures the read model, the paths and the store on generated claims.

    python -m tests.benchmarks.benchmark --claims 20000 --store --others

Times are CPU time of this process, which other work on the machine stretches less
than it does the clock.
"""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from graph.projection import Projection, projection
from graph.read_model import ReadModel
from graph.store import Store
from tests.benchmarks import others
from tests.benchmarks.generator import CLAIMS_PER_ARTICLE, Generator
from tests.benchmarks.questions import Measured, measured

Row = tuple[str, float, float | None]
"""What was measured, the figure, and the most it may be."""


def main() -> None:
    """Run what the command line asks for; a table, and JSON with `--json FILE`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--rounds", type=int, default=100)
    parser.add_argument("--store", action="store_true", help="load and ingest as well")
    parser.add_argument("--others", action="store_true", help="Oxigraph alone as well")
    parser.add_argument("--rdflib", action="store_true", help="and rdflib's memory")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(figures(given, Path(folder)))
    show(rows)
    if given.json:
        given.json.write_text(json.dumps(rows, indent=1), encoding="utf-8")


def figures(given: argparse.Namespace, folder: Path) -> Iterator[Row]:
    """All that is measured, one after the other."""
    made = Generator()
    path = folder / "read.sqlite"
    model = ReadModel.open(path, made.scheme)
    with timed() as seconds:
        records = made.articles(given.claims)
        model.load(records, 1)
    yield "read model: load, claims/s with generating", given.claims / seconds(), None
    yield "read model: bytes a claim", size(folder) / given.claims, None
    before = memory()
    with timed() as seconds:
        graph: Projection = projection(model)
    yield "projection: build, s", seconds(), 15
    yield "projection: memory, MB", memory() - before, 700
    yield "projection: edges", sum(1 for _ in graph.edges()), None
    for question in measured(model, made):
        yield from asked(question, given.rounds)
    yield from ingested(made, model, given.claims)
    model.close()
    if given.store:
        yield from stored(given.claims, folder / "store", made)
    if given.others or given.rdflib:
        store = others.oxigraph(Generator().articles(given.claims))
        for name, times in others.times(
            store, folder, with_rdflib=given.rdflib
        ).items():
            for system, figure in zip(("Oxigraph", "rdflib"), times, strict=False):
                yield f"{system}: {name}, ms", figure, None


def asked(question: Measured, rounds: int) -> Iterator[Row]:
    """Median and 95th percentile, after three that warm up."""
    for _ in range(3):
        question.make()()
    times = []
    for _ in range(rounds):
        ask = question.make()
        with timed() as seconds:
            ask()
        times.append(seconds() * 1000)
    yield f"{question.name}: median, ms", median(times), None
    yield f"{question.name}: p95, ms", quantiles(times, n=20)[-1], question.target


def ingested(made: Generator, model: ReadModel, claims: int) -> Iterator[Row]:
    """Articles that come one by one."""
    first = claims // CLAIMS_PER_ARTICLE + 1
    records = [made.article(number) for number in range(first, first + 50)]
    with timed() as seconds:
        for number, (article, several) in enumerate(records, start=2):
            model.put(article, several, number)
    yield "read model: put an article, ms", seconds() * 1000 / len(records), None


def stored(claims: int, folder: Path, made: Generator) -> Iterator[Row]:
    """The whole store: first load, then articles one by one, and the sizes."""
    records = Generator().articles(claims)
    with Store.open(folder) as store:
        with timed() as seconds:
            store.load(records)
        yield "store: first load, claims/s of CPU time", claims / seconds(), None
        first = claims // CLAIMS_PER_ARTICLE + 100
        articles = [made.article(number) for number in range(first, first + 50)]
        with timed() as seconds:
            for article, several in articles:
                store.put(article, several)
        yield "store: ingest an article, ms", seconds() * 1000 / len(articles), 15
    whole = size(folder)
    read = sum(path.stat().st_size for path in folder.rglob("*sqlite*"))
    yield "store: bytes a claim", whole / claims, None
    yield "read model: share of the store, %", 100 * read / max(1, whole - read), 20


@contextmanager
def timed() -> Iterator[Callable[[], float]]:
    """CPU seconds of what runs within."""
    start = time.process_time()
    ended: list[float] = []
    yield lambda: ended[0] - start
    ended.append(time.process_time())


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def memory() -> float:
    """The most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def show(rows: list[Row]) -> None:
    """A table; a figure beyond its target is marked."""
    for name, figure, most in rows:
        target = "" if most is None else f"  (at most {most:g})"
        mark = "  MISSED" if most is not None and figure > most else ""
        sys.stdout.write(f"{name:52} {figure:12.2f}{target}{mark}\n")


if __name__ == "__main__":
    main()
