"""Ingest end to end: `onrecord ingest` over text files, as a user runs it.

python -m tests.benchmarks.ingest [--articles N]
"""

import resource
import subprocess
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from api.ingesting.journal import Journal
from api.ingesting.run import Run
from extract import pipeline
from extract.reading import read
from graph.store import Store
from ontology.claim import Article
from tests.benchmarks.extraction import WORDS, articles
from tests.benchmarks.figures import ONRECORD, Figure, cpu, tell_of


def main() -> None:
    """Print the figures."""
    tell_of(__doc__, "--articles", figures, usual=64)


def figures(count: int, folder: Path) -> Iterator[Figure]:
    """Start-up, reading, extraction, storing and identification together."""
    given = folder / "articles"
    given.mkdir()
    for number, text in enumerate(articles(count)):
        (given / f"{number}.txt").write_text(text, encoding="utf-8")
    data = folder / "data"
    command = [*ONRECORD, "ingest", str(given), "--data", str(data)]
    began, before = time.perf_counter(), _children()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    wall, used = time.perf_counter() - began, _children() - before
    with Store.open(data, read_only=True) as store, store.read_model.reading() as db:
        [claims] = db.execute("SELECT count(*) FROM claim").fetchone()
    figure = partial(Figure, "ingest", column=f"{count} articles of {WORDS} words")
    yield figure("articles/s", value=count / wall)
    yield figure("CPU ms an article", value=used * 1000 / count)
    yield figure("claims an article", value=claims / count)
    yield figure("CPU over that of extraction, %", value=_more(given, data), target=15)


def _more(given: Path, data: Path) -> float:
    """How much more an ingest takes than to extract the same articles, in per cent.

    Both are warm, in one process, and begin with an empty store.
    """
    extractor = pipeline.load(threads=1)
    texts = [item for item in read([given]) if isinstance(item, Article)]
    list(extractor.extract(texts[:2]))
    with cpu() as extracting:
        list(extractor.extract(texts))
    with Store.open(data.with_name("again")) as store, cpu() as ingesting:
        Run(store, extractor, Journal(store.path, [])).ingest(read([given]))
    return 100 * (ingesting() / extracting() - 1)


def _children() -> float:
    """CPU seconds of the processes that have been waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
