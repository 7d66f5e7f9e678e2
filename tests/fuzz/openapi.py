"""Every operation of the OpenAPI description, asked what it allows and what not.

`python -m tests.fuzz.openapi --examples 1000`; schemathesis does it, with all checks.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import httpx

from tests.api.test_serve import ROOT
from tests.fuzz.server import seeded

HOOKS = "tests.fuzz.meaning"

PROGRAM = Path(sysconfig.get_path("scripts")) / "schemathesis"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """What schemathesis found at a server of its own."""
    with seeded() as server:
        description = f"{server.address}/api/openapi.json"
        httpx.get(description, timeout=120)  # is made once, which can take a while
        return subprocess.run(
            [
                PROGRAM,
                "run",
                description,
                "--header",
                f"Authorization: Bearer {server.key}",
                "--checks",
                "all",
                "--request-timeout",
                "60",
                "--max-response-time",  # on a machine that does much else
                "60",
                *words,
            ],
            cwd=ROOT,
            env={**os.environ, "SCHEMATHESIS_HOOKS": HOOKS, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
        )


def main() -> None:
    """Print what was found; the exit status is 1 if that is a failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=1000, metavar="N")
    done = run("--max-examples", str(parser.parse_args().examples))
    sys.stdout.write(done.stdout + done.stderr)
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
