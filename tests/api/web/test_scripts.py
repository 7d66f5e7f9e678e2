"""The pages' scripts: their types, and the tests of what in them is pure."""

import os
import subprocess

import pytest

from tests.api.web.packages import WEB, Npm, installed


@pytest.fixture(scope="module")
def npm() -> Npm:
    return installed("vitest")


@pytest.mark.parametrize("script", ["types", "test"])
def test_the_scripts_pass(npm: Npm, script: str) -> None:
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
