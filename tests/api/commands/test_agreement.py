"""What the command line answers is answered over HTTP too, in the same words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import Store
from tests.api.commands.conftest import Run

QUESTIONS = [
    ("positions Arland", "positions?speaker=Arland"),
    ("positions Orlov --topic truce", "positions?speaker=Orlov&topic=truce"),
    ("shifts Arland", "shifts?voice=Arland"),
    ("shifts Arland --demands", "shifts?voice=Arland&demands=true"),
    ("answers", "answers"),
    ("answers --unanswered --limit 2", "answers?unanswered=true&limit=2"),
    ("paths Arland Borland", "paths?start=Arland&end=Borland"),
    ("neighbours Arland", "neighbours?centre=Arland"),
    ("timeline topic:truce", "timeline?topic=truce"),
]


@pytest.fixture(scope="module")
def served(disputed: Path) -> Iterator[TestClient]:
    with (
        Store.open(disputed, read_only=True) as store,
        TestClient(create_app(store, Settings(data=disputed))) as client,
    ):
        yield client


def timeless(answer: Any) -> Any:  # noqa: ANN401 - any JSON
    """An answer without how long it took."""
    if isinstance(answer, dict):
        return {name: each for name, each in answer.items() if name != "seconds"}
    return answer


@pytest.mark.parametrize(("words", "address"), QUESTIONS)
def test_both_answer_alike(
    ask: Run, served: TestClient, words: str, address: str
) -> None:
    told = json.loads(ask(*words.split(), "--format", "json").stdout)
    answer = served.get(f"/api/{address}")
    assert timeless(answer.json()) == timeless(told)
    assert told


def test_both_compare_alike(ask: Run, served: TestClient) -> None:
    told = json.loads(ask("compare", "Arland", "Borland", "--format", "json").stdout)
    answer = served.get("/api/compare?first=Arland&second=Borland")
    assert [answer.json()] == told


@pytest.mark.parametrize("kind", ["agents", "topics"])
def test_both_list_the_same_names(ask: Run, served: TestClient, kind: str) -> None:
    told = json.loads(ask(kind, "list", "--format", "json").stdout)
    assert served.get(f"/api/{kind}").json() == {kind: told, "next": None}


def test_both_find_the_same_claims(ask: Run, served: TestClient) -> None:
    told = json.loads(ask("find", "stance:demands", "--format", "json").stdout)
    answer = served.get("/api/claims?q=stance:demands")
    assert answer.json()["claims"] == told
