"""`onrecord claims`: the same answer as a table, JSON, JSON lines and CSV."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from ontology.claim import Claim

Ask = Callable[..., Result]


@pytest.fixture
def ask(run: Ask, data: Path) -> Ask:
    return lambda *words: run("claims", "--data", data, *words)


def found(result: Result) -> list[Claim]:
    assert result.exit_code == 0, result.output
    return [Claim.model_validate_json(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "stances"),
    [
        (["--speaker", "Norland"], {"demands", "asserts"}),
        (["--speaker", "ana brandt"], {"demands", "asserts"}),
        (
            ["--speaker", "Li", "--speaker", "Norland"],
            {"supports", "demands", "asserts"},
        ),
        (["--stance", "opposes", "--stance", "seeks"], {"opposes", "seeks"}),
        (["--topic", "toll"], {"opposes"}),
        (["--from", "2025", "--to", "2025-03-11"], {"demands"}),
        (["--quote", "direct"], {"demands"}),
        (["--text", '"binding guarantees"'], {"demands"}),
        (["--outlet", "The Example", "--min-confidence", "0.95"], set()),
        (["--text", 'NEAR(" OR *'], set()),
    ],
)
def test_each_filter_finds_its_claims(
    ask: Ask, words: list[str], stances: set[str]
) -> None:
    claims = found(ask("--format", "jsonl", *words))
    assert {claim.stance.value for claim in claims} == stances


def test_the_sentence_stands_under_every_answer(ask: Ask) -> None:
    lines = ask("--speaker", "Norland", "--stance", "demands").stdout.splitlines()
    assert lines[2].split()[:2] == ["Ana", "Brandt"]
    assert "(for Norland) + demands" in " ".join(lines[2].split())
    assert "11 March 2025" in lines[2]
    assert lines[3] == (
        "   “We need binding guarantees,” Foreign Minister Ana Brandt told the mayor"
        " on 11 March 2025."
    )
    assert lines[4].split()[0] == "harbour.txt"


def test_a_table_carries_no_control_characters(ask: Ask) -> None:
    result = ask("--stance", "accuses")
    assert result.exit_code == 0
    assert not set("\x1b\u202e\r") & set(result.output)
    assert "<img src=x onerror=alert(1)>" in result.stdout


def test_a_limit_is_told(ask: Ask) -> None:
    assert "2 of 6 claims" in ask("--limit", "2").stderr
    assert ask("--limit", "2", "--all").stderr == ""
    assert ask("--speaker", "nobody").stderr == "no claim matches\n"


def test_json_is_one_array_of_records(ask: Ask) -> None:
    records = json.loads(ask("--format", "json").stdout)
    lines = ask("--format", "jsonl").stdout.splitlines()
    assert records == [json.loads(line) for line in lines]
    assert json.loads(ask("--format", "json", "--speaker", "nobody").stdout) == []


def test_oldest_first(ask: Ask) -> None:
    first, *_ = found(ask("--format", "jsonl", "--order", "oldest"))
    assert first.stance == "demands"


def test_csv_runs_nothing_in_a_spreadsheet(ask: Ask) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("--format", "csv").stdout)))
    assert len(rows) == 6
    assert not [
        c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@"))
    ]
    hostile = next(row for row in rows if row["stance"] == "accuses")
    assert hostile["speaker"] == "'=<img src=x onerror=alert(1)>"
    direct = next(row for row in rows if row["quote"] == "direct")
    assert direct["polarity"] == "for"
    assert direct["sentence"].startswith("“We need binding guarantees,”")
