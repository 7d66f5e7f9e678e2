import os
from pathlib import Path

import pytest

from graph.storage.lock import Lock, holder
from graph.store import Store
from ontology.errors import StoreError


def test_a_second_writer_is_told_who_holds_the_directory(tmp_path: Path) -> None:
    with Store.open(tmp_path):
        named = rf"in use by .*process {os.getpid()}, since \d{{4}}-"
        for read_only in (False, True):
            with pytest.raises(StoreError, match=named):
                Store.open(tmp_path, read_only=read_only, wait=0.1)
    Store.open(tmp_path, wait=0).close()


def test_readers_share_and_keep_writers_out(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    with (
        Store.open(tmp_path, read_only=True),
        Store.open(tmp_path, read_only=True),
        pytest.raises(StoreError, match="another command that reads it"),
    ):
        Store.open(tmp_path, wait=0.1)


def test_a_lock_that_was_let_go_names_nobody(tmp_path: Path) -> None:
    Lock(tmp_path).release()
    assert holder(tmp_path) == "another command that reads it"
