"""The files for operation name what there is: variables, extras, addresses."""

import re
import tomllib
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.main import get_command

from api.cli import app
from graph.storage.remote.address import PASSWORD, USER

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "operations"
FILES = [*FOLDER.iterdir(), ROOT / "docs/operations.md", ROOT / "docs/cluster.md"]

COMMANDS: dict[str, object] = getattr(get_command(app), "commands")  # noqa: B009


def variables() -> set[str]:
    params = [each for it in COMMANDS.values() for each in getattr(it, "params", [])]
    return {USER, PASSWORD, *(str(each.envvar) for each in params if each.envvar)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_variables_that_are_named_exist(file: Path) -> None:
    named = set(re.findall(r"ONRECORD_[A-Z_]+", file.read_text(encoding="utf-8")))
    assert named - {"ONRECORD_"} <= variables()


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_extras_that_are_named_exist(file: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = re.findall(r"(?:onrecord|\.)\[([a-z,]+)\]", file.read_text("utf-8"))
    named = {extra for each in listed for extra in each.split(",")}
    assert named <= set(project["project"]["optional-dependencies"])


def test_the_image_is_healthy_while_the_server_lives(client: TestClient) -> None:
    text = (FOLDER / "Dockerfile").read_text(encoding="utf-8")
    [path] = re.findall(r"urlopen\('http://127.0.0.1:8000(/\w+)'", text)
    assert client.get(path).status_code == 200
    assert text.count("\nFROM ") == 2
    assert re.search(r"\nUSER [1-9]\d*:[1-9]", text)


def test_the_unit_starts_what_there_is() -> None:
    text = (FOLDER / "onrecord.service").read_text(encoding="utf-8")
    [line] = re.findall(r"^ExecStart=\S+/onrecord (\w+) (.*)$", text, re.MULTILINE)
    command, flags = COMMANDS[line[0]], set(line[1].split())
    known = {name for each in getattr(command, "params", []) for name in each.opts}
    assert flags <= known
