"""Commands that only read, while `onrecord serve --write` has the data."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from graph.store import Store
from tests.graph.dispute import CLAIMS, PRISONERS

Run = Callable[..., Result]

READING = [
    ["find", ""],
    ["claims", "--speaker", "Arland"],
    ["ask", "who-demanded"],
    ["sparql", "SELECT * { ?s a or:Claim }"],
    ["positions", "Arland"],
    ["paths", "Arland", "Borland"],
    ["timeline", ""],
    ["check"],
    ["validate"],
    ["export", "all.nq"],
    ["export", "all.csv"],
    ["review", "--export"],
]


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_it_answers(run: Run, own: Path, words: list[str]) -> None:
    alone = run(*words, "--data", own)
    with Store.open(own):
        beside = run(*words, "--data", own)
    assert (beside.exit_code, beside.stdout) == (alone.exit_code, alone.stdout)
    assert alone.exit_code == 0, alone.output


def test_it_sees_what_was_just_written(run: Run, own: Path) -> None:
    with Store.open(own) as store:
        store.remove(PRISONERS.article.id)
        told = run("stats", "--data", own).stdout
    assert f"claims                       {len(CLAIMS)}\n" not in told


def test_what_writes_is_refused(run: Run, own: Path) -> None:
    with Store.open(own):
        result = run("reindex", "--data", own)
    assert result.exit_code == 1
    assert "is in use by" in result.stderr
