"""Queries and updates without end, sent to a server: it must stay whole.

`python -m tests.fuzz.sparql --seconds 600 --seed 1`
"""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import httpx

from tests.fuzz import command
from tests.fuzz.canaries import Canaries, canaries
from tests.fuzz.command import Fault
from tests.fuzz.queries import SECRET, query, update
from tests.fuzz.server import Server, seeded

ASKING = 4
"""Clients at a time: more than there are cores, fewer than there are workers."""

LIMIT = 5.0
"""Seconds that each has: a worker's first parse tree takes one on a busy machine."""

LONGEST = 5.0
"""Seconds beyond a query's own limit after which its answer counts as a hang."""

EXPECTED = {200, 204, 400, 409, 503, 504, 507}
"""What may come of a query or an update."""


def fuzz(server: Server, birds: Canaries, *, seconds: float, seed: int) -> Counter[int]:
    """How often each status came. Raises Fault."""
    end = time.monotonic() + seconds
    with ThreadPoolExecutor(ASKING) as pool:
        asking = [
            pool.submit(_ask, server, birds, Random(seed * ASKING + number), end)
            for number in range(ASKING)
        ]
        counted = sum((each.result() for each in asking), Counter[int]())
    _check_after(server, birds)
    return counted


def _ask(server: Server, birds: Canaries, random: Random, end: float) -> Counter[int]:
    counted = Counter[int]()
    headers = {"authorization": f"Bearer {server.key}"}
    with httpx.Client(base_url=server.address, headers=headers, timeout=30) as client:
        while time.monotonic() < end:
            kind, make = random.choice((("query", query),) * 4 + (("update", update),))
            text = make(random, port=birds.port, file=birds.file)
            counted[status(client, kind, text)] += 1
    return counted


def status(client: httpx.Client, kind: str, text: str) -> int:
    """The status of a query or an update. Raises Fault."""
    begun = time.monotonic()
    try:
        answer = client.post("/sparql", data={kind: text, "timeout": LIMIT})
    except httpx.HTTPError as error:
        raise Fault(f"{error!r} of {text!r}") from error
    if answer.status_code not in EXPECTED:
        raise Fault(f"{answer.status_code} {answer.text} of {text!r}")
    if SECRET in answer.text:
        raise Fault(f"a file was read by {text!r}")
    if time.monotonic() - begun > LIMIT + LONGEST:
        raise Fault(f"{time.monotonic() - begun:.1f} seconds for {text!r}")
    return answer.status_code


def _check_after(server: Server, birds: Canaries) -> None:
    """The server answers, all articles are as they were, and no canary sings."""
    if birds.heard:
        raise Fault("somebody has connected to the canary's port")
    claims = httpx.get(f"{server.address}/api/claims", timeout=30).json()["total"]
    found = {"query": f'SELECT * {{ ?s ?p ?o FILTER(CONTAINS(STR(?o), "{SECRET}")) }}'}
    rows = httpx.post(f"{server.address}/sparql", data=found, timeout=30).json()
    if claims != 6 or rows["results"]["bindings"] or server.process.poll() is not None:
        raise Fault(f"afterwards there are {claims} claims, and {rows}")


def fuzz_anew(*, seconds: float, seed: int) -> Counter[int]:
    """As `fuzz`, at a server of its own. Raises Fault."""
    with (
        TemporaryDirectory() as folder,
        canaries(Path(folder)) as birds,
        seeded() as server,
    ):
        return fuzz(server, birds, seconds=seconds, seed=seed)


if __name__ == "__main__":
    command.run(fuzz_anew, of="requests", description=__doc__)
