"""`onrecord identify`, `agents` and `topics`: names brought together and parted."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from graph.store import Store
from tests.graph.newsroom import person, told

Ask = Callable[..., Result]

BY = ["--by", "Ada"]


@pytest.fixture
def ask(run: Ask, tmp_path: Path) -> Ask:
    """The command line over two articles, of which one gives a short name."""
    data = tmp_path / "names"
    with Store.open(data) as store:
        store.put(*told(1, person("Yuri Ushakov", "Norland", role="adviser")))
        store.put(*told(2, person("Ushakov"), topic="fish quotas"))
    return lambda *words: run(*words, "--data", data)


def answered(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return result.stdout


def refused(result: Result) -> str:
    assert result.exit_code == 1, result.output
    return result.stderr


def test_a_kind_that_there_is_not_is_refused(ask: Ask) -> None:
    assert "accepted: person" in ask("agents", "list", "--kind", "robot").stderr


def test_the_step_is_run_and_shown(ask: Ask) -> None:
    assert answered(ask("identify")) == "names found to be others: 1 agent, 0 topics\n"
    assert answered(ask("agents", "list")).split() == [
        "2", "Yuri", "Ushakov", "(person,", "yuri-ushakov)",
    ]  # fmt: skip
    shown = answered(ask("agents", "show", "Ushakov"))
    assert shown.splitlines()[0] == "Yuri Ushakov (yuri-ushakov, 2 claims)"
    assert "  role: adviser (1)" in shown
    assert (
        "ushakov is yuri-ushakov in 1 article: the only Ushakov in the store" in shown
    )
    assert "Yuri Ushakov" in answered(ask("claims", "--topic", "fish quotas"))


def test_ingest_runs_the_step(ask: Ask, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("“We need guarantees,” Ana Brandt said on 11 March 2025.")
    answered(ask("ingest", path, "--no-identify"))
    assert len(answered(ask("agents", "list", "Ushakov")).splitlines()) == 2
    path.write_text("“We need a toll,” Ana Brandt said on 12 March 2025.")
    answered(ask("ingest", path))
    assert len(answered(ask("agents", "list", "Ushakov")).splitlines()) == 1


def test_agents_are_split_and_merged(ask: Ask) -> None:
    ask("identify")
    split = answered(ask("agents", "split", "yuri-ushakov", "ushakov", *BY))
    assert split == "Ushakov (ushakov) stands for itself\n"
    assert len(answered(ask("agents", "list")).splitlines()) == 2
    ask("identify")
    why = ["--note", "same person"]
    answered(ask("agents", "merge", "yuri-ushakov", "ushakov", *BY, *why))
    found = json.loads(answered(ask("agents", "list", "--format", "json")))
    assert [(each["id"], each["claims"]) for each in found] == [("yuri-ushakov", 2)]
    card = json.loads(answered(ask("agents", "show", "ushakov", "--format", "json")))
    assert card["identifications"][-1]["reason"] == "same person"
    assert "same person (Ada at 20" in answered(ask("agents", "show", "ushakov"))


def test_agents_are_listed_by_kind_and_words(ask: Ask) -> None:
    assert answered(ask("agents", "list", "--kind", "country")) == ""
    assert len(answered(ask("agents", "list", "yuri")).splitlines()) == 1


def test_topics_are_curated(ask: Ask) -> None:
    listed = answered(ask("topics", "list")).splitlines()
    assert listed == [
        "       1  ceasefire (ceasefire) < peace",
        "       1  *fish quotas (fish-quotas)",
    ]
    assert answered(ask("topics", "list", "--minted")).splitlines() == listed[1:]
    answered(ask("topics", "nest", "fish quotas", "trade", *BY))
    answered(ask("topics", "rename", "fish quotas", "catch limits", *BY))
    shown = answered(ask("topics", "show", "catch limits"))
    assert "catch limits (fish-quotas, 1 claim, minted)\n  broader: trade" in shown
    assert "\n  label: by Ada at 20" in shown
    assert "Ushakov" in answered(ask("claims", "--topic", "trade"))
    answered(ask("topics", "merge", "ceasefire", "catch limits", *BY))
    found = json.loads(answered(ask("topics", "list", "--format", "json")))
    assert [(each["id"], each["claims"]) for each in found] == [("ceasefire", 2)]
    answered(ask("topics", "split", "ceasefire", "fish-quotas", *BY))
    assert len(answered(ask("topics", "list")).splitlines()) == 2
    shown = answered(ask("topics", "show", "fish-quotas", "--format", "json"))
    assert json.loads(shown)["topic"]["minted"]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("agents", "merge", "yuri-ushakov", "Nobody", *BY), "called 'Nobody'"),
        (("agents", "show", "Nobody"), "called 'Nobody'"),
        (("topics", "merge", "truce", "ceasefire", *BY), "is ceasefire already"),
        (("topics", "nest", "peace", "truce", *BY), "lies under it"),
        (("agents", "merge", "yuri-ushakov", "ushakov", "--by", " "), "the person"),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(
    ask: Ask, words: tuple[str, ...], why: str
) -> None:
    told_why = refused(ask(*words))
    assert why in told_why
    assert told_why.count("\n") == 1
