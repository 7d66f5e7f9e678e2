"""`onrecord find`, `timeline` and `between`: the query language."""

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from typer.testing import Result

Ask = Callable[..., Result]
Read = Callable[..., Any]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("stance:demands since:2022-04", ["PRISONERS_TOO"]),
        ("speaker:Borland -stance:demands,asserts topic:truce", ["OFFER", "NEAR"]),
        ("-speaker:Arland -speaker:Borland -speaker:Cerland", ["WHISPER"]),
        ("topic:bases OR topic:flood", ["FLOOD", "WHISPER"]),
        ('"at all"', ["NO_TRUCE_AT_ALL"]),
    ],
)
def test_a_query_finds_its_claims(read: Read, query: str, names: list[str]) -> None:
    assert read("find", query) == names


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("target", "Borland"),
        ("role", "minister"),
        ("modality", "conditional"),
        ("precision", "month"),
    ],
)
def test_claims_have_it_as_an_option(read: Read, field: str, value: str) -> None:
    found = read("claims", f"--{field}", value)
    assert found
    assert found == read("find", f"{field}:{value}")


def test_facets_go_with_the_claims(ask: Ask, read: Read) -> None:
    words = ("find", "speaker:Arland", "--facet", "topic", "--facet", "year")
    found = read(*words, "--limit", "1")
    assert len(found["claims"]) == 1
    assert found["facets"]["topic"][0] == {
        "value": "truce", "label": "truce", "claims": 3,
    }  # fmt: skip
    assert list(found["facets"]) == ["topic", "year"]
    table = ask(*words).stdout
    assert table.count("demands") >= 3
    assert "by topic:\n       3  truce\n" in table


def test_every_form_has_the_same_claims(ask: Ask) -> None:
    lines = ask("find", "topic:truce", "--format", "jsonl").stdout.splitlines()
    rows = ask("find", "topic:truce", "--format", "csv").stdout
    ids = [json.loads(line)["id"] for line in lines]
    assert [row["id"] for row in csv.DictReader(io.StringIO(rows))] == ids
    assert "No truce at all" in rows
    table = ask("find", "topic:truce").stdout
    assert [id for id in ids if id not in table] == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("orlov", '; did you mean speaker:"Sergei Orlov"?'),
        ("neutrality stance:warns", '; did you mean topic:"neutrality"?'),
        ("nobody", ""),
        ("speaker:nobody", ""),
    ],
)
def test_a_name_sought_as_a_word_is_told(ask: Ask, words: str, hint: str) -> None:
    assert ask("find", words).stderr == f"no claim matches{hint}\n"


def test_a_limit_says_that_there_is_more(ask: Ask) -> None:
    result = ask("find", "", "--limit", "2")
    # 18 are stored, of which two are one quote in two outlets
    assert result.stderr == "2 of 17 claims; --all shows every one\n"
    assert len(json.loads(ask("find", "", "--all", "--format", "json").stdout)) == 18


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["find", "stance:shouts"], "'shouts' is not known; accepted: demands"),
        (["find", "speaker:A (topic:b"], "at character 11"),
        (["find", "--al"], "no such option: --al"),
        (["find", "a", "--facet", "year", "--format", "csv"], "table and json"),
        (["timeline", "since:March"], "'March'"),
        (["between", "topic:summit", "shout:x"], "'shout' is not a field"),
    ],
)
def test_what_cannot_be_understood_is_told(
    ask: Ask, words: list[str], told: str
) -> None:
    result = ask(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_claims_over_time(ask: Ask, read: Read) -> None:
    found = read("timeline", "stance:demands")
    assert [sum(each["counts"].values()) for each in found["buckets"]] == [3, 1]
    split = ask("timeline", "stance:demands,threatens", "--split", "stance").stdout
    first, second = split.splitlines()
    assert first.startswith("2022-03-01 to 2022-03-31      3 ")
    assert second.endswith("  demands 1, threatens 1")
    assert ask("timeline", "topic:truce stance:asserts").stdout == (
        "without a date: 1\n"
    )
    assert ask("timeline", "topic:none").stderr == "no claim matches\n"


def test_what_was_said_between_two_events(ask: Ask, read: Read) -> None:
    found = read(
        "between", "topic:flood", "topic:sanctions", "--where", "stance:demands"
    )
    assert found == ["PRISONERS_TOO"]
    missing = ask("between", "topic:summit", "topic:weather")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "no claim with a date" in missing.stderr
