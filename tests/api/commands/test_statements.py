"""The same words in several articles: one entry of a table, every one for programs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from graph.store import Store
from tests.graph.corpus import article, claim

Ask = Callable[..., Result]

WORDS = "We will not stop"


@pytest.fixture
def ask(run: Ask, tmp_path: Path) -> Ask:
    """The command line over seven articles that carry one quote."""
    data = tmp_path / "agency"
    with Store.open(data) as store:
        for number in range(7):
            within = article(
                f"{number}: “{WORDS},” Ana Brandt said.",
                source=f"{number}.txt",
                publisher=f"Outlet {number}",
            )
            store.put(within, [claim(within, "Ana Brandt", "opposes", "truce", WORDS)])
    return lambda *words: run(*words, "--data", data)


def test_a_table_shows_a_statement_once_with_its_carriers(ask: Ask) -> None:
    lines = ask("claims").stdout.splitlines()
    assert [line for line in lines if line.startswith("Ana Brandt")] == lines[2:3]
    assert lines[3] == f"   0: “{WORDS},” Ana Brandt said."
    assert lines[4].split()[0] == "0.txt"
    assert lines[5].split()[:4] == ["also", "Outlet", "1:", "1.txt"]
    assert lines[10] == "   and 1 more"
    assert ask("claims", "--limit", "1").stderr == ""


def test_programs_are_given_every_claim(ask: Ask) -> None:
    assert len(ask("claims", "--format", "jsonl").stdout.splitlines()) == 7
