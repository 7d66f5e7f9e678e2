import json
from pathlib import Path

import pytest

from graph.storage.directory import FORMAT, Directory, migrate
from graph.store import Store
from ontology.errors import StoreError


def test_a_newer_format_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    mark = tmp_path / "onrecord.json"
    mark.write_text(mark.read_text().replace(f'"format": {FORMAT}', '"format": 99'))
    for read_only in (False, True):
        with pytest.raises(StoreError, match=r"format 99.*newer onrecord"):
            Store.open(tmp_path, read_only=read_only)


def test_an_older_format_is_migrated_step_by_step(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    done: list[int] = []
    steps = {
        version: lambda path, version=version: done.append(version)
        for version in range(-1, FORMAT)
    }
    migrate(Directory(tmp_path, "https://onrecord.example/"), -1, steps)
    assert done == list(range(-1, FORMAT))
    assert json.loads((tmp_path / "onrecord.json").read_text())["format"] == FORMAT


def test_a_format_that_no_step_leads_from_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="format 0, which cannot"):
        migrate(Directory(tmp_path, "https://onrecord.example/"), 0, {})


def test_a_damaged_mark_is_named(tmp_path: Path) -> None:
    (tmp_path / "onrecord.json").write_text("{}")
    with pytest.raises(StoreError, match=r"onrecord\.json cannot be read"):
        Store.open(tmp_path)


def test_another_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine")
    with pytest.raises(StoreError, match="thesis"):
        Store.open(tmp_path)
    assert {entry.name for entry in tmp_path.iterdir()} <= {"thesis.docx", "lock"}


def test_a_file_is_no_directory(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match="data cannot be opened"):
        Store.open(tmp_path / "data")


def test_another_base_is_refused(tmp_path: Path) -> None:
    Store.open(tmp_path, base="https://a.example/").close()
    with pytest.raises(StoreError, match=r"https://a\.example/, not"):
        Store.open(tmp_path, base="https://b.example/")


def test_nothing_to_read_yet(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing is stored in"):
        Store.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
