"""Questions about who says what: each a command, with its claims below the answer."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from graph.store import Store
from tests.graph.corpus import article, claim

Ask = Callable[..., Result]
Read = Callable[..., Any]


def test_positions_of_one(ask: Ask, read: Read) -> None:
    found = read("positions", "Arland", "--since", "2022-03-12", "--topic", "truce")
    assert [(each["claim"], each["claims"]) for each in found] == [
        ("NO_TRUCE_AT_ALL", 2)
    ]
    table = ask("positions", "Arland").stdout
    assert "truce: the latest of 3 claims" in table
    assert "Arland no longer needs neutrality." in table


def test_without_a_date_none_is_the_latest(run: Ask, tmp_path: Path) -> None:
    within = article("The toll must fall. The toll must go.")
    words = ("The toll must fall", "The toll must go")
    said = [claim(within, "Arland", "demands", "toll", each) for each in words]
    with Store.open(tmp_path / "data") as store:
        store.put(within, said)
    found = run("positions", "Arland", "--data", tmp_path / "data")
    assert found.stdout.startswith("toll: no date is known of any of 2 claims\n")


def test_stands_of_all(read: Read) -> None:
    found = read("positions", "--topic", "neutrality", "--since", "2022-03-15")
    assert [each["claim"] for each in found] == ["DROPPED", "BACKING"]


def test_shifts(ask: Ask, read: Read) -> None:
    assert read("shifts") == []
    [shift] = read("shifts", "Arland")
    assert (shift["before"], shift["after"]) == ("DEMAND", "DROPPED")
    assert read("shifts", "Arland", "--demands") == [shift]
    table = ask("shifts", "Arland", "--topic", "neutrality").stdout
    assert table.startswith("Arland on neutrality: demands, then opposes\n")
    assert "Orlov told Borland to write neutrality" in table


def test_compare(ask: Ask, read: Read) -> None:
    [found] = read("compare", "Arland", "Borland")
    assert [each["topic"]["id"] for each in found["agree"]] == [
        "neutrality", "prisoners",
    ]  # fmt: skip
    assert [each["first"]["claim"] for each in found["oppose"]] == ["NO_TRUCE_AT_ALL"]
    assert len(read("compare", "Arland", "Borland", "Cerland")) == 3
    assert ask("compare", "Arland", "Arland").exit_code == 2
    table = ask("compare", "Arland", "Borland", "--topic", "truce").stdout
    assert table.startswith("Arland and Borland are opposed on truce\n")
    assert "Berg would accept a truce" in table


def test_answers(ask: Ask, read: Read) -> None:
    [found] = read("answers", "--topic", "neutrality")
    assert found == {"demand": "DEMAND", "days": 3, "answers": ["REFUSAL"]}
    open = read("answers", "--unanswered", "--speaker", "Borland")
    assert [each["demand"] for each in open] == ["PRISONERS_TOO"]
    assert len(read("answers", "--unanswered", "--limit", "3")) == 3
    assert any(each["answers"] for each in read("answers", "--limit", "3"))
    assert read("answers", "--topic", "neutrality", "--within", "2")[0]["days"] is None
    table = ask("answers", "--addressee", "Borland").stdout
    assert table.startswith("A demand of Sergei Orlov, answered after 3 days\n")
    assert "Berg said it would never be neutral." in table


def test_who_was_first(ask: Ask, read: Read) -> None:
    assert read("first", "neutrality") == {"certain": True, "claims": ["DEMAND"]}
    assert ask("first", "truce", "--speaker", "Berg").stdout.startswith("The first\n")
    assert ask("first", "weather").stderr == "no claim matches\n"


def test_backing(ask: Ask, read: Read) -> None:
    [found] = read("backing", "--topic", "neutrality")
    assert (found["demand"], found["support"]) == ("DEMAND", ["BACKING"])
    assert "Coll backed neutrality." in ask("backing").stdout


def test_quotes_in_several_outlets(ask: Ask, read: Read) -> None:
    [found] = read("quotes", "--topic", "truce")
    assert (found["outlets"], found["claims"]) == (2, ["NO_TRUCE", "NO_TRUCE_AGAIN"])
    assert read("quotes", "--outlets", "3") == []
    differing = read("quotes", "--differing")
    assert {each["first"] for each in differing} == {"NO_TRUCE_AT_ALL"}
    assert "“at all” or “”" in ask("quotes", "--differing").stdout


def test_what_one_outlet_has_alone(ask: Ask, read: Read) -> None:
    assert read("exclusives") == ["NO_TRUCE_AT_ALL"]
    words = ("exclusives", "--same", "position", "--outlet", "The Times")
    assert "NO_TRUCE_AGAIN" not in read(*words)
    assert "In one outlet only" in ask(*words).stdout


def test_hearsay(ask: Ask, read: Read) -> None:
    assert read("hearsay", "--topic", "truce") == [["REPORTED", "NEAR"]]
    assert ask("hearsay").stdout.startswith("Ann Coll, who has it from Bo Berg\n")


def test_topics_that_go_together(ask: Ask, read: Read) -> None:
    found = read("together", "--speaker", "Orlov", "--limit", "1")
    assert {found[0]["first"]["id"], found[0]["second"]["id"]} == {
        "constitution", "neutrality",
    }  # fmt: skip
    assert "Orlov told Borland" in ask("together").stdout


def test_who_is_silent(ask: Ask, read: Read) -> None:
    ids = [
        each["id"] for each in read("silent", "truce", "Arland", "Cerland", "Ann Coll")
    ]
    assert ids == []
    assert "a-senior-official" in ask("silent", "neutrality").stdout
    told = ask("silent", "truce", "Arland")
    assert (told.stdout, told.stderr) == ("", "everybody spoke about it\n")


def test_the_whole_graph(ask: Ask, read: Read) -> None:
    assert read("central", "--limit", "1")[0]["node"]["id"] == "arland"
    by_paths = read("central", "--measure", "betweenness")
    assert by_paths[0]["value"] >= by_paths[-1]["value"]
    groups = read("communities", "--top", "2")
    assert all(len(group) <= 2 for group in groups)
    assert "Arland" in ask("central").stdout
    assert "Arland" in ask("communities").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["positions"], "give WHO, or --topic"),
        (["compare", "Arland"], "two or more"),
        (
            ["answers", "--where", "stance:shouts"],
            "--where: at character 1: stance: 'shouts'",
        ),
        (["shifts", "--since", "2023", "--until", "2022"], "--from: '2023' is after"),
        (["quotes", "--outlets", "1"], "--outlets"),
    ],
)
def test_a_mistake_is_told(ask: Ask, words: list[str], told: str) -> None:
    result = ask(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["positions", "Nobody"], "no claim matches"),
        (["shifts", "Nobody"], "no shift is known"),
        (["compare", "Nobody", "No One"], "none is for or against a topic"),
        (["answers", "--speaker", "Nobody"], "no claim matches"),
        (["backing", "--speaker", "Nobody"], "no claim matches"),
        (["hearsay", "--speaker", "Nobody"], "no claim matches"),
        (["together", "--speaker", "Nobody"], "no claim matches"),
        (["exclusives", "--speaker", "Nobody"], "no claim matches"),
    ],
)
def test_no_answer_is_told_as_such(ask: Ask, words: list[str], told: str) -> None:
    result = ask(*words)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{told}\n"
