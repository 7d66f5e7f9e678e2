"""What a crash, a full disk and a second writer leave behind: a whole store."""

import os
import random
import signal
import time
from contextlib import suppress
from itertools import islice, takewhile
from pathlib import Path
from subprocess import Popen

import pytest

from graph.care import check
from graph.mapping.claims_rdf import to_rdf
from graph.store import Store
from ontology.errors import StoreError
from tests.graph.faults import WRITER, WRITERS, make_room, small_disk, start
from tests.graph.versions import ARTICLES, records

KILLS = 50

KILLS_OF_ONE = 10
"""After so many kills the next store is killed."""


def test_killed_at_any_moment_articles_are_whole_or_absent(tmp_path: Path) -> None:
    moment = random.Random(7)
    writers = start(WRITERS)
    for number in range(KILLS):
        path = tmp_path / str(number // KILLS_OF_ONE)
        put = killed(writers, path, str(number), moment)
        with Store.open(path) as store:
            assert check(store) == ()
            assert len(store.article_ids()) >= put
            assert all(is_whole(store, id) for id in store.article_ids())
            if number % KILLS_OF_ONE == KILLS_OF_ONE - 1:
                for record in records(str(number)):
                    store.put(*record)
                assert check(store) == ()
                assert len(store.article_ids()) == ARTICLES
    writers.communicate()


def killed(writers: Popen[str], path: Path, version: str, moment: random.Random) -> int:
    """Kill a writer at some moment; how many articles it had put by then."""
    assert writers.stdin
    assert writers.stdout
    print(path, version, file=writers.stdin, flush=True)
    writer, lines = int(writers.stdout.readline()), iter(writers.stdout.readline, "")
    put = len(list(islice(lines, moment.randrange(ARTICLES))))
    time.sleep(moment.random() * 0.03)
    with suppress(ProcessLookupError):  # it had put everything, and was gone
        os.kill(writer, signal.SIGKILL)
    return put + sum(1 for _ in takewhile(lambda line: line != "gone\n", lines))


def is_whole(store: Store, id: str) -> bool:
    """Whether an article's graph is that of one version, all of it."""
    [made_by] = {claim.extractor for claim in store.recorded(id)}
    [record] = [each for each in records(made_by.version) if each[0].id == id]
    return set(store.quads(store.iris.article(id))) == set(to_rdf(*record, store.iris))


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
from tests.graph.versions import records
store = Store.open(Path(sys.argv[1]))
store.put(*records("1")[0])
store.flush()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
if len(sys.argv) > 2:
    limit = int(sys.argv[2]), resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_FSIZE, limit)
try:
    for version in range(2, 99):
        for record in records(str(version)):
            store.put(*record)
except StoreError as error:
    print(error, flush=True)
"""
"""Writes until the disk is full, or files may not grow beyond so many bytes."""


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


def test_a_full_disk_is_told_and_the_store_stays_whole(tmp_path: Path) -> None:
    path = tmp_path / "disk"
    with small_disk(path, "24m") as mounted:
        # where nothing may be mounted, as in a container, files are kept small
        limit = () if mounted else ("3000000",)
        out, error = start(FULL_DISK, str(path / "data"), *limit).communicate()
        assert "no space is left; what was stored before is intact" in out, error
        if mounted:
            make_room(path, "96m")
        with Store.open(path / "data") as store:
            assert check(store) == ()
            assert all(is_whole(store, id) for id in store.article_ids())
            assert len(store.article_ids()) == ARTICLES


def test_a_writer_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    writer = start(WRITER, str(tmp_path), "1")
    assert writer.stdout
    writer.stdout.readline()
    with pytest.raises(StoreError, match=f"process {writer.pid}"):
        Store.open(tmp_path, wait=0)
    os.kill(writer.pid, signal.SIGKILL)
    writer.communicate()
    Store.open(tmp_path, wait=0).close()
