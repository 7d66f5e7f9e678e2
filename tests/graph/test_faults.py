"""What a crash, a full disk and a second writer leave behind: a whole store."""

import os
import random
import signal
import time
from pathlib import Path

import pytest

from graph.care import check
from graph.claims_rdf import to_rdf
from graph.store import Store
from ontology.claim import Article, Claim, Extractor
from ontology.errors import StoreError
from tests.graph.corpus import agent, article, claim
from tests.graph.faults import WRITER, start

ARTICLES = 12


def records(version: str) -> list[tuple[Article, tuple[Claim, ...]]]:
    """Articles of twelve claims, which differ from version to version."""
    extractor = Extractor(name="onrecord", version=version)
    speaker = agent("Sergey Lavrov", "Russia")
    found = []
    for number in range(ARTICLES):
        words = [f"Sentence {number}-{place} of a text." for place in range(12)]
        within = article(" ".join(words))
        claims = [
            claim(within, speaker, "opposes", "truce", each, extractor=extractor)
            for each in words
        ]
        found.append((within, tuple(claims)))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_killed_at_any_moment_articles_are_whole_or_absent(
    tmp_path: Path, seed: int
) -> None:
    moment = random.Random(seed)
    versions = [{each[0].id: each for each in records(v)} for v in ("1", "2")]
    writer = start(WRITER, str(tmp_path), "1,2")
    assert writer.stdout
    for _ in range(moment.randrange(2 * ARTICLES)):
        writer.stdout.readline()
    time.sleep(moment.random() * 0.02)
    os.kill(writer.pid, signal.SIGKILL)
    acknowledged = writer.communicate()[0].count("put")
    with Store.open(tmp_path) as store:
        assert check(store) == ()
        for id in store.article_ids():
            graph = set(store.quads(store.iris.article(id)))
            wholes = [set(to_rdf(*version[id], store.iris)) for version in versions]
            assert graph in wholes
        assert len(store.article_ids()) >= min(acknowledged, ARTICLES)
        for record in records("2"):
            store.put(*record)
        assert check(store) == ()
        assert len(store.article_ids()) == ARTICLES


def test_two_writers_at_once_are_kept_apart(tmp_path: Path) -> None:
    writers = [start(WRITER, str(tmp_path), "1,2") for _ in range(2)]
    results = [(*writer.communicate(), writer.returncode) for writer in writers]
    for out, error, status in results:
        assert "done" in out or (status and "is in use by" in error)
    assert any("done" in out for out, _, _ in results)
    with Store.open(tmp_path) as store:
        assert check(store) == ()
        assert len(store.article_ids()) == ARTICLES


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from graph.store import Store
from ontology.errors import StoreError
from tests.graph.test_faults import records
store = Store.open(Path(sys.argv[1]))
store.put(*records("1")[0])
store.flush()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    for version in range(2, 99):
        for record in records(str(version)):
            store.put(*record)
except StoreError as error:
    print(error, flush=True)
"""
"""Writes until files may not grow: as on a full disk, every write then fails."""


@pytest.mark.parametrize("limit", [40_000, 300_000])
def test_no_space_left_is_told_and_the_store_stays_whole(
    tmp_path: Path, limit: int
) -> None:
    out, error = start(FULL_DISK, str(tmp_path), str(limit)).communicate()
    assert "no space is left; what was stored before is intact" in out, error
    with Store.open(tmp_path) as store:
        assert check(store) == ()
        assert records("1")[0][0].id in store.article_ids()
        assert all(len(store.recorded(id)) == 12 for id in store.article_ids())


def test_a_writer_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    writer = start(WRITER, str(tmp_path), "1")
    assert writer.stdout
    writer.stdout.readline()
    with pytest.raises(StoreError, match=f"process {writer.pid}"):
        Store.open(tmp_path, wait=0)
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    Store.open(tmp_path, wait=0).close()
