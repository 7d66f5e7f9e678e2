"""The pages' scripts: their types, and the tests of what in them is pure."""

import os
import subprocess
from pathlib import Path

import pytest

from api.web import hatch_build

WEB = Path(hatch_build.__file__).parent


@pytest.fixture(scope="module")
def npm() -> tuple[list[str], dict[str, str]]:
    """npm, with what package-lock.json pins installed."""
    command, environment = hatch_build.npm_command()
    if not (WEB / "node_modules" / "vitest").is_dir():
        words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*command, *words], cwd=WEB, env=environment, check=True)
    return command, environment


@pytest.mark.parametrize("script", ["types", "test"])
def test_the_scripts_pass(npm: tuple[list[str], dict[str, str]], script: str) -> None:
    command, environment = npm
    done = subprocess.run(
        [*command, "run", "--silent", script],
        cwd=WEB,
        env={**environment, "CI": os.environ.get("CI", "true")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
