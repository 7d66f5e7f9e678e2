"""`onrecord ask`: saved questions."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from graph.saved_questions import questions
from tests.graph.dispute import DEMAND

Ask = Callable[..., Result]


def test_without_a_name_all_are_listed(run: Ask) -> None:
    listed = run("ask").stdout
    for question in questions().values():
        assert f"{question.name}\n    {question.title}" in listed
        for parameter in question.parameters:
            assert f"    --{parameter.name} {parameter.kind.upper()}: " in listed


@pytest.mark.parametrize("name", questions())
def test_each_question_can_be_asked(ask: Ask, name: str) -> None:
    result = ask("ask", name)
    assert result.exit_code == 0, result.output
    assert result.stdout_bytes


def test_the_claims_stand_below_the_answer(ask: Ask) -> None:
    shown = ask("ask", "who-demanded", "--topic", "neutrality").stdout
    assert "2022-03-11" in shown.splitlines()[1]
    assert "The claims, with their sentences" in shown
    assert "Orlov told Borland to write neutrality into its constitution." in shown


def test_values_come_in_both_ways_and_several_times(ask: Ask) -> None:
    words = ("ask", "who-demanded", "--topic=neutrality", "--topic", "prisoners")
    rows = json.loads(ask(*words, "--format", "json").stdout)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == [
        "Sergei Orlov", "Arland", "Borland",
    ]  # fmt: skip
    assert rows[0]["claim"]["value"].endswith(DEMAND.id)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["who-shouted"], 2, "accepted: conditional-offers"),
        (["who-demanded", "--who", "Arland"], 2, "parameter: 'who' is not known"),
        (["who-demanded", "--topic"], 2, "--topic needs a value"),
        (["who-demanded", "neutrality"], 2, "'neutrality' belongs to no parameter"),
        (["who-demanded", "--topic", "nothing at all"], 1, "no topic is called"),
        (["on-a-day", "--day", "March"], 2, "'March'"),
        (["low-confidence", "--below", "half"], 2, "'half' is not a number"),
    ],
)
def test_a_mistake_is_told(ask: Ask, words: list[str], status: int, told: str) -> None:
    result = ask("ask", *words)
    assert (result.exit_code, result.stdout) == (status, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1
