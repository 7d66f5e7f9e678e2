"""Every operation of the OpenAPI description, asked what it allows and what not.

`python -m tests.fuzz.openapi --examples 1000 ["GET /api/claims" ...]`; schemathesis
does it, with all checks. Each operation has a server of its own, so what fails is told
at once and the rest goes on; then all have one, where answers lead on to requests.
"""

import argparse
import os
import re
import subprocess
import sys
import sysconfig
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

import httpx

from api.keys import Role
from tests.api.test_serve import ROOT
from tests.fuzz.server import Server, seeded

HOOKS = "tests.fuzz.meaning"

PROGRAM = Path(sysconfig.get_path("scripts")) / "schemathesis"

ALONE = ("--phases", "examples,coverage,fuzzing", "--continue-on-failure")

TOGETHER = "all, by links"

COUNT = re.compile(r'^onrecord_request_seconds_count{.*status="(\d+)"} (\d+)', re.M)

ROW = "{:40} {:>8} {:>6} {:>8}  {}\n"


@dataclass(frozen=True)
class Outcome:
    """What schemathesis found at one server, and what that server answered."""

    failed: bool
    told: str
    statuses: Counter[int]
    seconds: float

    @property
    def limits(self) -> str:
        """How many answers were 5xx: without a failure, documented limits."""
        counted = sorted(self.statuses.items())
        return ", ".join(f"{n} x {status}" for status, n in counted if status >= 500)


def run(*words: str, role: Role = Role.WRITE) -> Outcome:
    """Ask a server of its own; who may write adds no webhook, which would be called."""
    begun = time.monotonic()
    with seeded(role) as server:
        done = _schemathesis(server, *words)
        told = done.stdout + done.stderr
        failed, statuses = bool(done.returncode), _statuses(server)
    return Outcome(failed, told, statuses, time.monotonic() - begun)


def _schemathesis(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            PROGRAM,
            "run",
            _description(server),
            "--header",
            f"Authorization: Bearer {server.key}",
            "--checks",
            "all",
            "--generation-database",
            "none",
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


def _description(server: Server) -> str:
    """Its address; it is made once, which can take a while."""
    address = f"{server.address}/api/openapi.json"
    httpx.get(address, timeout=120).raise_for_status()
    return address


def _statuses(server: Server) -> Counter[int]:
    """What was answered how often, as the server counted; nothing if it is gone."""
    try:
        text = httpx.get(f"{server.address}/metrics", timeout=60).text
    except httpx.HTTPError:
        return Counter()
    counts: Counter[int] = Counter()
    for status, times in COUNT.findall(text):
        counts[int(status)] += int(times)
    return counts


def operations() -> Iterator[str]:
    """All of the description, as schemathesis names them: "GET /api/claims"."""
    with seeded() as server:
        paths = httpx.get(_description(server), timeout=120).json()["paths"]
    for path, methods in paths.items():
        yield from (f"{method.upper()} {path}" for method in methods)


def ask(names: Sequence[str], examples: int) -> Iterator[tuple[str, Outcome]]:
    """Ask each alone, as many at a time as there are processors; in order of ends."""

    def alone(name: str) -> Outcome:
        words = ("--max-examples", str(examples), "--include-name", name)
        return run(*ALONE, *words, role=Role.ADMIN)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(alone, name): name for name in names}
        for each in as_completed(running):
            yield running[each], each.result()


def _tell(name: str, outcome: Outcome) -> None:
    if outcome.failed:
        sys.stdout.write(outcome.told)
    found = "FAILED" if outcome.failed else "clean"
    requests, seconds = outcome.statuses.total(), f"{outcome.seconds:.0f} s"
    row = ROW.format(name, requests, found, seconds, outcome.limits or "none")
    sys.stdout.write(row)
    sys.stdout.flush()


def main() -> None:
    """Print what was found, as it is found; the exit status is 1 on a failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("operations", nargs="*", help="only these")
    parser.add_argument("--examples", type=int, default=1000, metavar="N")
    asked = parser.parse_args()
    sys.stdout.write(ROW.format("", "requests", "", "", "5xx"))
    found = []
    for name, outcome in ask(asked.operations or list(operations()), asked.examples):
        _tell(name, outcome)
        found.append(outcome)
    if not asked.operations:
        found.append(run("--phases", "stateful", "--max-examples", str(asked.examples)))
        _tell(TOGETHER, found[-1])
    sys.exit(any(each.failed for each in found))


if __name__ == "__main__":
    main()
