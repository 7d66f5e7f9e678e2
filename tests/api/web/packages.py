"""The npm packages that tests need beside those that a build does."""

import subprocess
from pathlib import Path

from api.web import hatch_build

WEB = Path(hatch_build.__file__).parent

Npm = tuple[list[str], dict[str, str]]
"""The command, and the environment in which it finds its Node."""


def installed(package: str) -> Npm:
    """npm, with all that package-lock.json pins installed; `package` is among it."""
    command, environment = hatch_build.npm_command()
    if not (WEB / "node_modules" / package).is_dir():
        words = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        subprocess.run([*command, *words], cwd=WEB, env=environment, check=True)
    return command, environment
