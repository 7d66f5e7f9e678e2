"""A Dask cluster reads what one process would, whatever becomes of its workers."""

import os
import random
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path

import dask
import pytest
from distributed import Future
from typer.testing import Result

from api.ingesting.cluster import Cluster, Model, cluster
from api.ingesting.extracting import Extraction, Reading, extracted
from api.ingesting.tally import Tally
from extract import pipeline, text_batches
from extract.pipeline import Extractor
from graph.export import export
from graph.store import Store
from ontology.claim import Article
from tests.api.ingesting import killing
from tests.graph.corpus import article

ROOT = Path(__file__).parents[3]
WORDS = [
    "harbour",
    "toll",
    "ship",
    "port",
    "union",
    "mayor",
    "bridge",
    "council",
    "vote",
    "debt",
    "tax",
    "law",
    "court",
]


def articles(number: int) -> list[Article]:
    """Articles that differ, each a batch of its own where batches are small."""
    dice = random.Random(1)
    found = []
    for place in range(number):
        said = " ".join(dice.choices(WORDS, k=30))
        text = f"“We oppose the {said},” Foreign Minister Ana Brandt told case {place}."
        found.append(article(text, source=f"{place}.txt", published="2025-03-11"))
    return found


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Batches of an article or two, so that a few articles are many batches."""
    monkeypatch.setattr(text_batches, "BATCH", 400)


def program(*arguments: str, folder: Path) -> "subprocess.Popen[bytes]":
    """A Dask program of the cluster, as an administrator starts it."""
    with (folder / f"{arguments[0]}.txt").open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "dask", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=output,
            stderr=output,
        )


@contextmanager
def started(folder: Path) -> Iterator[tuple[str, list[int]]]:
    """A scheduler and two workers started by hand: its address, and their ids."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = str(taken.getsockname()[1])
    place = ("--host", "127.0.0.1", "--port", port)
    worker = ("worker", f"tcp://127.0.0.1:{port}", "--nthreads", "1", "--no-nanny")
    with ExitStack() as stack:
        several = [program("scheduler", *place, "--no-dashboard", folder=folder)]
        several += [program(*worker, "--no-dashboard", folder=folder) for _ in "12"]
        for each in several:
            stack.callback(each.wait)
            stack.callback(each.kill)
        yield f"tcp://127.0.0.1:{port}", [each.pid for each in several[1:]]


def exported(
    extraction: Extraction,
    extractor: Extractor,
    given: list[Article],
    stored: Callable[[int], None] = lambda number: None,
) -> bytes:
    """The graph that comes of the articles; `stored` is called after each."""
    out = BytesIO()
    with Store.open(None) as store:
        for number, record in enumerate(extraction(extractor, given, Tally())):
            store.put(*record, extractor=extractor.program)
            stored(number)
        export(store, "nq", out)
    return out.getvalue()


@pytest.mark.usefixtures("small_batches")
def test_a_worker_lost_in_mid_run_changes_nothing(tmp_path: Path) -> None:
    extractor, given = pipeline.load(), articles(16)
    expected = exported(extracted, extractor, given)
    with (
        started(tmp_path) as (address, workers),
        cluster(address, 1, tagger=None, topics=()) as found,
    ):

        def stored(number: int) -> None:
            if number == 2:
                os.kill(workers[0], signal.SIGKILL)

        assert exported(found.extracted, extractor, given, stored) == expected
    assert b"Ana Brandt" in expected


class Poisoned(Cluster):
    """A cluster whose workers some articles kill."""

    def send(self, model: Model, several: list[Article]) -> Future[Reading]:
        return self.client.submit(killing.read, model, several, pure=False)


def test_an_article_that_kills_workers_is_set_aside() -> None:
    given = [article(text, source=f"{text}.txt") for text in ("one", "poison", "two")]
    extractor, tally = pipeline.load(), Tally()
    with (
        # by default a batch may cost four workers before it is taken apart
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        cluster(None, 1, tagger=None, topics=()) as found,
    ):
        poisoned = Poisoned(found.client, None, ())
        read = [each for each, _ in poisoned.extracted(extractor, given, tally)]
    assert [each.text for each in read] == ["one", "two"]
    [refused] = tally.refused
    assert refused.source == "poison.txt"
    assert "each worker died of it" in refused.reason


def test_a_local_cluster_is_asked_for_by_command(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(articles(1)[0].text)
    result = run("ingest", tmp_path / "a.txt", "--engine", "dask", "--workers", "1")
    assert result.stdout.startswith("1 article: 1 added"), result.output


def test_a_cluster_that_is_not_there_is_named(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("“No,” he said.")
    here = ("ingest", tmp_path / "a.txt", "--scheduler", "tcp://127.0.0.1:9")
    assert "--scheduler is for --engine dask" in run(*here).output
