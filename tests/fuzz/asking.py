"""A server of its own, asked by schemathesis, with all checks."""

import os
import re
import subprocess
import sysconfig
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import httpx

from api.access.keys import Role
from tests.api.serving import ROOT
from tests.fuzz.server import Server, seeded

HOOKS = "tests.fuzz.meaning"

PROGRAM = Path(sysconfig.get_path("scripts")) / "schemathesis"

COUNT = re.compile(r'^onrecord_request_seconds_count{.*status="(\d+)"} (\d+)', re.M)


@dataclass(frozen=True)
class Outcome:
    """What schemathesis found at one server, and what that server answered."""

    failed: bool
    output: str
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
        output = done.stdout + done.stderr
        failed, statuses = bool(done.returncode), _statuses(server)
    return Outcome(failed, output, statuses, time.monotonic() - begun)


def operations() -> tuple[str, ...]:
    """All of the description, as schemathesis names them: "GET /api/claims"."""
    with seeded() as server:
        paths = httpx.get(_description(server), timeout=120).json()["paths"]
    return tuple(
        f"{method.upper()} {path}"
        for path, methods in paths.items()
        for method in methods
    )


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
