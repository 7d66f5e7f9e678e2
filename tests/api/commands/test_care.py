"""`onrecord stats`, `check`, `reindex`, `compact`, `backup`, `restore`, `load`."""

import json
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from rdflib import RDF
from typer.testing import Result

from api.ingesting.copies import NAME
from extract.copy_index import CopyIndex
from graph.mapping.terms import ARTICLE
from graph.store import Store
from tests.graph.dispute import ARTICLES, CLAIMS, PRISONERS

Run = Callable[..., Result]


@pytest.fixture
def ask(run: Run, own: Path) -> Run:
    return lambda *words: run(*words, "--data", own)


def test_stats(ask: Run) -> None:
    found = json.loads(ask("stats", "--format", "json").stdout)
    assert (found["articles"], found["claims"]) == (len(ARTICLES), len(CLAIMS))
    assert found["graph_size"] > found["read_model_size"] > 0
    assert "articles                      3\n" in ask("stats").stdout


def test_check_finds_what_reindex_mends(ask: Run, own: Path) -> None:
    assert ask("check").stdout == "articles: 3, faults: 0\n"
    with closing(sqlite3.connect(own / "claims.sqlite")) as db, db:
        db.execute("DELETE FROM claim WHERE id = ?", (PRISONERS.id,))
    broken = ask("check")
    assert broken.exit_code == 1
    assert "has other claims in the read model" in broken.stdout
    assert len(json.loads(ask("check", "--format", "json").stdout)["faults"]) == 1
    assert ask("reindex").stdout.startswith(f"indexed: {len(CLAIMS)} claims; ")
    assert ask("check").exit_code == 0


def test_compact_changes_no_answer(ask: Run) -> None:
    before = ask("find", "", "--format", "jsonl").stdout
    told = ask("compact").stdout
    sizes = [int(number) for number in re.findall(r"\d+", told.replace(",", ""))]
    assert sizes[0] > sizes[1] > 0, told
    assert ask("find", "", "--format", "jsonl").stdout == before


def test_a_backup_comes_back(ask: Run, run: Run, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy", tmp_path / "other"
    assert ask("backup", copy).exit_code == 0
    assert "exists" in ask("backup", copy).stderr
    ask("review", PRISONERS.id, "--reject", "--by", "Ada")
    assert run("restore", copy, "--data", other).exit_code == 0
    assert PRISONERS.id not in ask("find", "").stdout
    assert PRISONERS.id in run("find", "", "--data", other).stdout
    refused = ask("restore", copy)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "--replace puts the backup in its place" in refused.stderr
    assert ask("restore", copy, "--replace").exit_code == 0
    assert PRISONERS.id in ask("find", "").stdout
    assert "is not a backup" in run("restore", tmp_path, "--data", "new").stderr


@pytest.mark.parametrize("name", ["dump.nq", "dump.trig"])
def test_a_dump_is_loaded(ask: Run, run: Run, tmp_path: Path, name: str) -> None:
    ask("review", PRISONERS.id, "--set", "stance=asks", "--by", "Ada")
    ask("agents", "merge", "Arland", "Borland", "--by", "Ada")
    ask("relate")
    assert ask("export", tmp_path / name).exit_code == 0
    other = tmp_path / "other"
    first = run("load", tmp_path / name, "--data", other)
    assert first.exit_code == 0, first.output
    counts = "3 articles: 3 added, 0 unchanged, 0 replaced"
    assert first.stdout == f"{counts}; 1 review, 1 name, 6 relations\n"
    with Store.open(other) as store, closing(CopyIndex(other / NAME)) as sketched:
        assert sketched.revision == store.revision
    again = run("load", tmp_path / name, "--data", other).stdout
    counts = "3 articles: 0 added, 3 unchanged, 0 replaced"
    assert again == f"{counts}; 0 reviews, 0 names, 6 relations\n"
    everything = ("find", "", "--format", "jsonl")
    assert sorted(run(*everything, "--data", other).stdout.splitlines()) == sorted(
        ask(*everything).stdout.splitlines()
    )


def test_a_graph_that_is_none_of_ours_is_refused(
    ask: Run, run: Run, tmp_path: Path
) -> None:
    dump = tmp_path / "dump.nq"
    ask("export", dump)
    graph, kind = "<https://x.example/article/1>", f"<{RDF.type}>"
    with dump.open("a") as lines:
        lines.write(f"{graph} {kind} {ARTICLE} {graph} .\n")
    result = run("load", dump, "--data", tmp_path / "other")
    assert result.exit_code == 1
    assert result.stdout.startswith("3 articles: 3 added")
    assert "refused: 1 graph\n  https://x.example/article/1: " in result.stderr


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("dump.nq", "<a> <b>", "dump.nq: "),
        ("dump.ttl", "", "ending in .nq or .trig"),
    ],
)
def test_what_is_no_dump_is_told(
    run: Run, tmp_path: Path, name: str, text: str, told: str
) -> None:
    (tmp_path / name).write_text(text)
    result = run("load", tmp_path / name)
    assert (result.exit_code, result.stdout) == (1, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["stats"],
        ["check"],
        ["reindex"],
        ["compact"],
        ["backup", "copy"],
        ["relate"],
        ["review", "x", "--confirm", "--by", "Ada"],
        ["find", ""],
        ["validate"],
    ],
)
def test_where_nothing_is_stored_nothing_is_made(
    run: Run, tmp_path: Path, words: list[str]
) -> None:
    result = run(*words)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nothing is stored in onrecord-data yet" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_empty_store_is_told_as_such(run: Run, tmp_path: Path) -> None:
    Store.open(tmp_path / "onrecord-data").close()
    result = run("validate")
    assert result.exit_code == 0
    assert result.stderr == "nothing is stored in onrecord-data yet\n"


def test_two_extractions_are_compared(ask: Run, run: Run, tmp_path: Path) -> None:
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    words = ("find", "topic:prisoners", "--format", "jsonl")
    before.write_text(ask(*words).stdout)
    ask("review", PRISONERS.id, "--set", "stance=asks", "--by", "Ada")
    after.write_text(ask(*words).stdout)
    told = run("changes", before, after).stdout.splitlines()
    assert told == [
        "0 added, 0 removed, 1 changed",
        "~ Arland asks: “Prisoners must go home” (stance)",
    ]
    found = json.loads(run("changes", before, after, "--format", "json").stdout)
    assert found["changed"][0]["fields"] == ["stance"]
    after.write_text("{}")
    broken = run("changes", before, after)
    assert (broken.exit_code, broken.stdout) == (1, "")
    assert "after.jsonl:1: no claim record" in broken.stderr
