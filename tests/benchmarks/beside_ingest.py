"""Load while articles come in: a served store under mixed reads, and a job that writes.

    python -m tests.benchmarks.beside_ingest --claims 100000 --folder /tmp/at \\
        --seconds 120 --articles 500

What `load` does without the job, and then with it, over a copy of its folder. Articles
are looked at meanwhile: one that is seen in parts ends the run.
"""

import argparse
import json
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from api.ingesting.copies import follow
from api.keys import Keys, Role
from graph.store import Store
from tests.benchmarks.extraction import articles
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.load import P99, Load, arguments, figures, fill
from tests.benchmarks.served import served

OUTLET = "Load"
"""Who publishes what comes in."""

PAUSE = 0.5
"""Seconds between two looks at what has come in."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=500)
    given = arguments(parser)
    fill(given.folder, given.claims)
    load = Load(given.seconds, anew=given.anew)
    with copied(given.folder) as folder:
        tell(beside(folder, load, given.articles, f"{given.claims:,} claims"))


def beside(folder: Path, load: Load, count: int, column: str) -> Iterator[Figure]:
    """The load by itself, then with so many articles coming in."""
    key = Keys(folder).add("load", Role.WRITE)
    with Store.open(folder, topics=[folder.with_suffix(".ttl")]) as store:
        follow(store)  # as `onrecord load` leaves it
    with served(folder, "--write") as (server, address):
        alone = list(figures(address, server.pid, load, column))
        yield from alone
        [p99] = [each.value for each in alone if each.row == "p99, ms"]
        job = _sent(address, key, count)
        beside = f"{column}, articles coming in"
        with watched(address):
            yield from figures(address, server.pid, load, beside, max(P99, 2 * p99))
        state = _asked(f"{address}api/jobs/{job['id']}", key)
        taken = sum(state["articles"].values())
        yield Figure("load", f"articles taken in, of {count}", beside, taken)


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


@contextmanager
def watched(address: str) -> Iterator[None]:
    """Look at the articles that come in. Raises ValueError of one seen in parts."""
    over, parts = threading.Event(), list[str]()

    def watch() -> None:
        seen = dict[str, int]()
        while not over.wait(PAUSE):
            listed = _asked(f"{address}api/articles?outlet={OUTLET}&limit=1000")
            for each in listed["articles"]:
                id, claims = each["article"]["id"], each["claims"]
                if seen.setdefault(id, claims) != claims:
                    parts.append(id)

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield
    finally:
        over.set()
        watching.join()
    if parts:
        raise ValueError(f"seen in parts: {parts}")


def _sent(address: str, key: str, count: int) -> Any:  # noqa: ANN401 - JSON
    """The job that reads so many articles."""
    texts = enumerate(articles(count))
    given = [{"text": f"{n}. {text}", "publisher": OUTLET} for n, text in texts]
    return _asked(f"{address}api/articles", key, json.dumps(given).encode())


def _asked(address: str, key: str = "", body: bytes | None = None) -> Any:  # noqa: ANN401 - JSON
    headers = {"content-type": "application/json"}
    if key:
        headers["authorization"] = f"Bearer {key}"
    with urlopen(Request(address, body, headers), timeout=120) as answer:
        return json.load(answer)


if __name__ == "__main__":
    main()
