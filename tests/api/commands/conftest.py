"""The made-up dispute of `tests.graph.dispute`, in a data directory."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from graph.store import Store
from tests.graph.dispute import ARTICLES, NAMES

Run = Callable[..., Result]
Read = Callable[..., Any]


@pytest.fixture(scope="session")
def disputed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dispute, for reading only."""
    path = tmp_path_factory.mktemp("dispute") / "data"
    with Store.open(path) as store:
        store.load(ARTICLES.items())
    return path


@pytest.fixture
def own(disputed: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return Path(shutil.copytree(disputed, tmp_path / "own"))


@pytest.fixture
def ask(run: Run, disputed: Path) -> Run:
    """The command line over the dispute."""
    return lambda *words: run(*words, "--data", disputed)


@pytest.fixture
def read(ask: Run) -> Read:
    """The answer of a command as JSON, its claims by the names they have here."""

    def answer(*words: str) -> Any:  # noqa: ANN401 - any JSON
        result = ask(*words, "--format", "json")
        assert result.exit_code == 0, result.output
        return named(json.loads(result.stdout))

    return answer


def named(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, list):
        return [named(each) for each in value]
    if not isinstance(value, dict):
        return value
    if value.get("id") in NAMES:
        return NAMES[value["id"]]
    return {name: named(each) for name, each in value.items()}
