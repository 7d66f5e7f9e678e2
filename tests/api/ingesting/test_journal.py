"""The journal of an interrupted run is taken up, that of a finished one is not."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.ingesting.journal import NAME, Journal
from extract.reading import Unreadable

ONE, TWO = "https://a.example/1", "https://a.example/2"


def interrupted(folder: Path, *, inputs: list[str]) -> None:
    with suppress(KeyboardInterrupt), Journal(folder, inputs) as journal:
        journal.stored(ONE)
        journal.stored("a.txt")
        journal.failed(Unreadable("b.zip!a", "broken", origin="b.zip"))
        raise KeyboardInterrupt


def test_an_interrupted_run_goes_on(tmp_path: Path) -> None:
    interrupted(tmp_path, inputs=["list"])
    with Journal(tmp_path, ["list"]) as journal:
        assert [journal.done(url) for url in (ONE, TWO)] == [True, False]
    with Journal(tmp_path, ["list"]) as journal:
        assert not journal.done(ONE), "the run was finished: this is another"


def test_another_run_begins_anew_and_knows_what_failed(tmp_path: Path) -> None:
    interrupted(tmp_path, inputs=["list"])
    with Journal(tmp_path, ["other"]) as journal:
        assert not journal.done(ONE)
        assert journal.failures == {
            "b.zip": Unreadable("b.zip!a", "broken", origin="b.zip")
        }
        journal.mended("b.zip")
    with Journal(tmp_path, ["other"]) as journal:
        assert journal.failures == {}


def test_twice_interrupted_is_still_known(tmp_path: Path) -> None:
    for _ in range(2):
        interrupted(tmp_path, inputs=["list"])
    with Journal(tmp_path, ["list"]) as journal:
        assert journal.done(ONE)


@given(st.binary(max_size=80))
def test_any_torn_file_is_read(
    tmp_path_factory: pytest.TempPathFactory, torn: bytes
) -> None:
    folder = tmp_path_factory.mktemp("journal", numbered=True)
    (folder / NAME).write_bytes(b'{"run": "x"}\n{"done": 1}\n[]\n' + torn)
    with Journal(folder, []) as journal:
        journal.stored(ONE)


def test_without_a_directory_nothing_is_written(tmp_path: Path) -> None:
    with Journal(None, []) as journal:
        journal.failed(Unreadable("a", "b"))
    assert journal.failures
