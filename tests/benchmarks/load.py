"""Load: a served store under mixed reads by many clients, for minutes.

    python -m tests.benchmarks.load --claims 100000 --folder /tmp/at --seconds 120

The folder is one that `graph_at` has filled, or is filled first. Before anything
counts, the server is ready for paths and has answered `WARM` requests. With `--anew` no
answer is one that the server kept. A request that fails ends the run; the figures are
JSON Lines.
"""

import argparse
import asyncio
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlencode

from graph.storage.directory import exists
from graph.store import Store
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.generator import Generator
from tests.benchmarks.served import after, client, questions, served, until_ready

CLIENTS = 32

P99 = 250.0
"""The target in milliseconds."""

GROWTH = 10.0
"""Per cent that memory may grow by, once the server is warm."""

WARM = 6400
"""Mixed requests, of others than will be asked, after which a server is warm: each of
its threads has asked everything, and the answers that it keeps take their room."""

OTHERS: tuple[tuple[str, dict[str, object]], ...] = (
    ("/", {}),
    ("/api/agents", {"limit": 20}),
    ("/api/stances", {}),
    ("/api/timeline", {"width": "year"}),
    ("/api/suggest", {"q": "bace"}),
    ("/sparql", {"query": "ASK { ?claim a or:Claim }"}),
    ("/sparql", {"query": "SELECT * { ?claim or:stance ?stance } LIMIT 20"}),
)
"""What is asked beside questions about claims, one time in five."""


@dataclass(frozen=True)
class Load:
    """How much is asked: for so long, if it is not `over` before.

    `anew` lets no answer be one that was kept; `warm` requests come first.
    """

    seconds: float
    clients: int = CLIENTS
    anew: bool = False
    warm: int = WARM
    over: Callable[[], bool] = lambda: False


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    given = arguments(parser)
    fill(given.folder, given.claims)
    load = Load(given.seconds, anew=given.anew)
    with served(given.folder) as (server, address):
        column = f"{given.claims:,} claims, {load.clients} clients"
        warm_up(address, load)
        tell(figures(address, server.pid, load, column))


def arguments(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """What every load is told."""
    parser.add_argument("--claims", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--anew", action="store_true", help="keep no answers")
    return parser.parse_args()


def fill(folder: Path, claims: int) -> None:
    """Load made-up claims into the folder, unless it holds some."""
    if exists(folder):
        return
    folder.mkdir(parents=True, exist_ok=True)
    topics = [Generator().write_scheme(folder.with_suffix(".ttl"))]
    with Store.open(folder, topics=topics) as store:
        store.load(Generator().articles(claims))


def warm_up(address: str, load: Load) -> None:
    """Wait for all that a server makes at its start, and ask it what is mixed."""
    until_ready(address)
    left = iter(range(load.warm))
    asyncio.run(_asked(address, load, "warm", lambda: next(left, None) is None))


def figures(
    address: str, server: int, load: Load, column: str, p99: float = P99
) -> Iterator[Figure]:
    """Requests, how long they take, and what they take of the server."""
    used, warm, began = processor(server), memory(server), time.perf_counter()
    late = after(load.seconds)
    over = lambda: late() or load.over()  # noqa: E731
    times = asyncio.run(_asked(address, load, "counts", over))
    wall, used = time.perf_counter() - began, processor(server) - used
    cuts = quantiles(times, n=100, method="inclusive")
    yield Figure("load", "requests/s", column, len(times) / wall)
    for share in (50, 95, 99):
        target = p99 if share == 99 else None
        yield Figure("load", f"p{share}, ms", column, cuts[share - 1] * 1000, target)
    yield Figure("load", "CPU ms a request", column, used * 1000 / len(times))
    end = memory(server)
    yield Figure("load", "memory once warm, MB", column, warm)
    yield Figure("load", "memory at the end, MB", column, end)
    yield Figure("load", "memory, % grown", column, 100 * (end / warm - 1), GROWTH)


async def _asked(
    address: str, load: Load, seed: str, over: Callable[[], bool]
) -> list[float]:
    """Seconds of each request of all clients, until it is over."""
    draws = [random.Random(f"{seed} {number}") for number in range(load.clients)]
    asking = (client(address, draw, over, mixed, anew=load.anew) for draw in draws)
    return [each for found in await asyncio.gather(*asking) for each in found]


def memory(process: int) -> float:
    """Megabytes that a process and those that it started have of their own: pages of
    mapped files, which come with each part of a store that is first asked for, are the
    system's cache."""
    own = 0.0
    with suppress(OSError):  # one that has just ended
        rows = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        [size] = [row.split()[1] for row in rows if row.startswith("Pss_Anon:")]
        own = int(size) * 1024 / 1e6
    started = Path(f"/proc/{process}/task").glob("*/children")
    return own + sum(memory(int(each)) for one in started for each in _words(one))


def _words(file: Path) -> list[str]:
    try:
        return file.read_text().split()
    except OSError:
        return []


def processor(process: int) -> float:
    """Seconds of processors that a process has used."""
    stat = Path(f"/proc/{process}/stat").read_text()
    user, system = stat.rpartition(")")[2].split()[11:13]  # proc(5): 14 and 15
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def mixed(draw: random.Random) -> Iterator[str]:
    """Requests without end: mostly about claims, also pages, lists and SPARQL."""
    for question in questions(draw):
        path, asked = draw.choice(OTHERS)
        yield f"{path}?{urlencode(asked)}" if draw.random() < 0.2 else question


if __name__ == "__main__":
    main()
