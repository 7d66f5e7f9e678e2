"""Load while articles come in: a served store under mixed reads, and a job that writes.

    python -m tests.benchmarks.beside_ingest --claims 100000 --folder /tmp/at \\
        --seconds 50 --articles 500

What `load` does without the job, for so many seconds, and then with it: from a tenth
of its articles until all are in, or `--most` seconds are over. The folder is copied
before. Articles are looked at meanwhile: one that is seen in parts ends the run.
"""

import argparse
import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from api.access.keys import Keys, Role
from api.ingesting.copies import follow
from graph.store import Store
from tests.benchmarks.extraction import articles
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.load import P99, Load, arguments, figures, fill, warm_up
from tests.benchmarks.served import served

OUTLET = "Load"
"""Who publishes what comes in."""

FIRST = 0.1
"""The share of the articles that are in before the load begins again: what extracts
has the memory by then that it needs."""

PAUSE = 0.5
"""Seconds between two looks at what has come in."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--most", type=float, default=600, help="seconds of the job")
    given = arguments(parser)
    fill(given.folder, given.claims)
    load = Load(given.seconds, anew=given.anew)
    with copied(given.folder) as folder:
        column = f"{given.claims:,} claims"
        tell(beside(folder, load, given.articles, column, given.most))


def beside(
    folder: Path, load: Load, count: int, column: str, most: float
) -> Iterator[Figure]:
    """The load by itself, then with so many articles coming in."""
    key = Keys(folder).add("load", Role.WRITE)
    with Store.open(folder, topics=[folder.with_suffix(".ttl")]) as store:
        follow(store)  # as `onrecord load` leaves it
    with served(folder, "--write") as (server, address):
        warm_up(address, load)
        alone = list(figures(address, server.pid, load, column))
        yield from alone
        [p99] = [each.value for each in alone if each.row == "p99, ms"]
        beside = f"{column}, articles coming in"
        job = Sent(address, key, count)
        while job.taken < FIRST * count and not job.over:
            time.sleep(PAUSE)
        first, began = job.taken, time.perf_counter()
        with watched(address, job) as over:
            load = replace(load, seconds=most, over=over)
            yield from figures(address, server.pid, load, beside, max(P99, 2 * p99))
        seconds = time.perf_counter() - began
        yield Figure("load", f"articles taken in, of {count}", beside, job.taken)
        rate = (job.taken - first) / seconds
        yield Figure("load", "articles taken in a second", beside, rate)


@contextmanager
def copied(folder: Path) -> Iterator[Path]:
    """A copy of a data directory with its topics, for as long as it is needed."""
    copy = folder.with_name(f"{folder.name}-copy")
    shutil.copytree(folder, copy)
    shutil.copy(folder.with_suffix(".ttl"), copy.with_suffix(".ttl"))
    try:
        yield copy
    finally:
        shutil.rmtree(copy)


class Sent:
    """The job that reads so many articles."""

    def __init__(self, address: str, key: str, count: int) -> None:
        texts = enumerate(articles(count))
        given = [{"text": f"{n}. {text}", "publisher": OUTLET} for n, text in texts]
        sent = _asked(f"{address}api/articles", key, json.dumps(given).encode())
        self._address, self._key = f"{address}api/jobs/{sent['id']}", key

    @property
    def taken(self) -> int:
        """How many articles are in."""
        return sum(_asked(self._address, self._key)["articles"].values())

    @property
    def over(self) -> bool:
        """Whether no more come. Raises ValueError of a job that failed."""
        job = _asked(self._address, self._key)
        if job["state"] == "failed":
            raise ValueError(f"the job failed: {job['reason']}")
        return bool(job["state"] == "done")


@contextmanager
def watched(address: str, job: Sent) -> Iterator[Callable[[], bool]]:
    """Look at the articles that come in; gives what tells whether all of them are.

    Raises ValueError of one that is seen in parts.
    """
    left, seen = threading.Event(), dict[str, int]()

    def watch() -> None:
        while not job.over and not left.wait(PAUSE):
            _look(address, seen)

    with ThreadPoolExecutor(1) as pool:
        watching = pool.submit(watch)
        try:
            yield watching.done
        finally:
            left.set()
        watching.result()


def _look(address: str, seen: dict[str, int]) -> None:
    """Note how many claims each article has. Raises ValueError where it had others."""
    listed = _asked(f"{address}api/articles?outlet={OUTLET}&limit=1000")
    for each in listed["articles"]:
        id, claims = each["article"]["id"], each["claims"]
        if seen.setdefault(id, claims) != claims:
            raise ValueError(f"seen in parts: {id}")


def _asked(address: str, key: str = "", body: bytes | None = None) -> Any:  # noqa: ANN401 - JSON
    headers = {"content-type": "application/json"}
    if key:
        headers["authorization"] = f"Bearer {key}"
    with urlopen(Request(address, body, headers), timeout=120) as answer:
        return json.load(answer)


if __name__ == "__main__":
    main()
