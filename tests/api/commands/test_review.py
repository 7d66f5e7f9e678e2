"""`onrecord review` and `relate`: what is said about claims."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from tests.graph.dispute import DEMAND, DROPPED, PRISONERS, REFUSAL

Run = Callable[..., Result]


@pytest.fixture
def ask(run: Run, own: Path) -> Run:
    return lambda *words: run(*words, "--data", own)


def found(ask: Run, query: str) -> list[str]:
    result = ask("find", query, "--format", "jsonl")
    return [json.loads(line)["stance"] for line in result.stdout.splitlines()]


def test_a_rejected_claim_leaves_the_answers(ask: Run) -> None:
    made = ask("review", PRISONERS.id, "--reject", "--by", "Ada", "--note", "not he")
    assert made.exit_code == 0, made.output
    assert made.stdout.startswith("rejected by Ada at 2")
    assert made.stdout.endswith("+00:00: not he\n")
    assert found(ask, "speaker:Arland topic:prisoners") == []
    shown = ask("review", PRISONERS.id).stdout
    assert shown.startswith("rejected by Ada at 2")
    assert "Prisoners must go home" in shown


def test_a_correction_counts_from_then_on(ask: Run) -> None:
    words = ("--set", "stance=asks", "--set", "topic=prisoners; truce", "--by", "Ada")
    assert ask("review", PRISONERS.id, *words).exit_code == 0
    assert found(ask, "speaker:Arland topic:prisoners") == ["asks"]
    assert ask("review", PRISONERS.id, "--confirm", "--by", "Bo").exit_code == 0
    shown = ask("review", PRISONERS.id).stdout.splitlines()[0]
    assert shown.startswith("corrected by Ada at ")
    assert "; confirmed by Bo at " in shown


def test_reviews_are_exported_by_offset(ask: Run) -> None:
    assert ask("review", "--export").stdout == ""
    ask("review", DEMAND.id, "--reject", "--by", "Ada")
    ask("review", REFUSAL.id, "--set", "stance=denies", "--by", "Ada")
    lines = ask("review", "--export").stdout.splitlines()
    rejected, corrected = map(json.loads, lines)
    assert rejected["content"] == [list(DEMAND.content.spans[0])]
    assert (rejected["status"], rejected["claim"]) == ("rejected", None)
    assert corrected["claim"]["stance"] == "denies"
    assert corrected["found"]["stance"] == "opposes"


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        ([], 2, "give the ID of a claim, or --export"),
        ([PRISONERS.id, "--confirm", "--reject"], 2, "choose one of"),
        ([PRISONERS.id, "--confirm"], 2, "--by: a review needs the name"),
        ([PRISONERS.id, "--set", "stance=shouts", "--by", "Ada"], 2, "'shouts'"),
        ([PRISONERS.id, "--set", "volume=1", "--by", "Ada"], 2, "'volume'"),
        (["none", "--confirm", "--by", "Ada"], 1, "'none'"),
        (["none"], 1, "'none'"),
    ],
)
def test_a_mistake_is_told(ask: Run, words: list[str], status: int, told: str) -> None:
    result = ask("review", *words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr


def test_claims_about_claims(ask: Run) -> None:
    assert ask("relate", DEMAND.id).stderr == "no relation is known\n"
    first = ask("relate")
    assert first.exit_code == 0, first.output
    assert first.stdout.startswith("7 relations derived: ")
    counts = json.loads(ask("relate", "--format", "json").stdout)
    assert counts == {"contradicts": 4, "respondsTo": 1, "restates": 2}
    table = ask("relate", DEMAND.id).stdout
    assert "Bo Berg responds to Sergei Orlov" in table
    assert "Berg said it would never be neutral." in table
    relations = json.loads(ask("relate", DEMAND.id, "--format", "json").stdout)
    assert {each["other"] for each in relations} == {DEMAND.id}
    assert DROPPED.id not in {each["claim"] for each in relations}
    assert ask("relate", "none").exit_code == 1
