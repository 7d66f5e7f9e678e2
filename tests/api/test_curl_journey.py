"""A newcomer with curl alone: every command of the guide, run as it stands there."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from api.access.keys import Keys, Role
from tests.api.serving import COMMAND, ROOT, serving

GUIDE = ROOT / "docs" / "http.md"


def commands() -> str:
    """The guide's shell commands, one script."""
    return "\n".join(
        re.findall(r"^```sh\n(.*?)^```", GUIDE.read_text(), re.DOTALL | re.MULTILINE)
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, as `make demo` reads them."""
    data = tmp_path_factory.mktemp("journey") / "data"
    words = [*COMMAND, "ingest", "seeds", "--data", str(data)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return data


def test_the_journey_of_a_newcomer(data: Path, tmp_path: Path) -> None:
    key = Keys(data).add("newcomer", Role.WRITE)
    with serving("--data", str(data), "--write") as (_, address):
        script = commands().replace("http://127.0.0.1:8000", address.rstrip("/"))
        assert script.count("curl ") >= 15
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", script],
            cwd=tmp_path,
            env={**os.environ, "KEY": key},
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    for told in (
        '"stance":"demands"', '; rel="next"', '"Vladimir Putin"',
        '"agree"', '"hops"', '"buckets"', "'demands', 'proposes'",
        "a skos:Concept", "who,n\n", "\n304\n", '"by":"newcomer"',
        "event: end", '"state": "done"', '"name":"Ana Li"',
    ):  # fmt: skip
        assert told in done.stdout, told
    assert (tmp_path / "claims.csv").read_text().count("\n") > 1
