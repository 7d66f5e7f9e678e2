"""Killed at twenty moments and taken up, the store is as one run would have it."""

import json
import os
import random
import signal
import time
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from subprocess import Popen

import pytest

from api.ingesting import journal
from api.ingesting.copies import NAME
from extract.copy_index import CopyIndex
from graph.care import check
from graph.export import export
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from tests.extract.test_near_duplicates import story
from tests.graph.faults import start

ARTICLES, KILLS = 60, 20
SAID = "“We need binding guarantees,” Foreign Minister Ana Brandt said."
SCHEME = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://a.example/talks> a skos:Concept ; skos:prefLabel "talks" .
"""
"""A topic alone: each run reads what all of them are called."""

SECONDS = 0.02
"""At most so long after an article was stored a run is killed."""


def given(path: Path) -> Path:
    """Articles of which every third is a copy of the one before, every tenth a
    revision of the one before."""
    lines = []
    for number in range(ARTICLES):
        told = number - (number % 3 == 2)
        text = " ".join([f"Town {number} —", SAID, *story(told, 2)])
        url = f"https://outlet.example/{number - (number % 10 == 9)}"
        lines.append(json.dumps({"text": text, "url": url}))
    path.write_text("\n".join(lines))
    return path


class Ingest:
    """`onrecord ingest` of the same articles into a store, as often as asked."""

    def __init__(self, program: Popen[str], path: Path, data: Path) -> None:
        self._program, self._journal = program, data / journal.NAME
        scheme = path.with_name("scheme.ttl")
        scheme.write_text(SCHEME)
        words = ["ingest", str(path), "--data", str(data), "--scheme", str(scheme)]
        self._words = json.dumps(words)

    def start(self) -> int:
        """The id of a new process that ingests."""
        assert self._program.stdin
        print(self._words, file=self._program.stdin, flush=True)
        return self.told()

    def told(self) -> int:
        """What the program says next: of a process the id, and then its status."""
        assert self._program.stdout
        return int(self._program.stdout.readline())

    def whole(self) -> None:
        """Ingest to the end."""
        self.start()
        assert self.told() == 0

    def killed(self, *, after: int, later: float) -> bool:
        """Kill a new process once it has stored so many articles; False if it had
        come to its end before."""
        wanted, process = self.stored() + after, self.start()
        while self.stored() < wanted and Path(f"/proc/{process}").exists():
            time.sleep(0.01)
        time.sleep(later)
        os.kill(process, signal.SIGKILL)
        return self.told() == -signal.SIGKILL

    def stored(self) -> int:
        """How many articles the journal has."""
        text = self._journal.read_text() if self._journal.exists() else ""
        return len({line for line in text.splitlines() if '"done"' in line})


@pytest.fixture
def program() -> Iterator[Popen[str]]:
    with start("from tests.api.ingesting.killed import main; main()") as program:
        yield program


def test_killed_at_twenty_moments_the_store_is_that_of_one_run(
    tmp_path: Path, program: Popen[str]
) -> None:
    path, dice = given(tmp_path / "given.jsonl"), random.Random(7)
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    Ingest(program, path, whole).whole()
    ingest = Ingest(program, path, parts)
    for _ in range(KILLS):
        after, later = dice.randint(1, 2), dice.uniform(0, SECONDS)
        assert ingest.killed(after=after, later=later)
    ingest.whole()
    assert content(parts) == content(whole)


def content(data: Path) -> dict[str, object]:
    """All that is stored, what counts of it, and which copies are known."""
    quads = BytesIO()
    with Store.open(data) as store:
        assert check(store) == ()
        export(store, "nq", quads)
        counted = find(store, ClaimFilter(), limit=1000).claims
        return {
            "quads": set(quads.getvalue().splitlines()),
            "counted": {claim.id for claim in counted},
            "copies": alike(store),
        }


def alike(store: Store) -> dict[str, str | None]:
    """For each article the other one that the index finds for it."""
    assert store.path
    texts = {article.id: article.text for article in store.articles()}
    with closing(CopyIndex(store.path / NAME)) as index:
        return {
            id: index.most_alike(text, texts.__getitem__, but=[id])
            for id, text in texts.items()
        }
