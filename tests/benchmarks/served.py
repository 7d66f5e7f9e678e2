"""HTTP: a served store, how soon it answers, and one to thirty-two clients at once.

    python -m tests.benchmarks.served --claims 20000 --folder /tmp/at

The folder is one that `graph_at` has filled. Clients share this machine with the
server: with two cores, what they take the server lacks. No answer is one that was
kept: each is made anew.
"""

import argparse
import asyncio
import json
import random
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import quantiles
from typing import Any
from urllib.parse import urlencode, urlsplit
from urllib.request import urlopen

from tests.benchmarks.figures import ONRECORD, Figure, memory, tell
from tests.benchmarks.generator import Generator, zipf

CLIENTS = (1, 8, 32)

START = 3.0
"""The most seconds from the command to the first answer."""


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--seconds", type=float, default=10)
    given = parser.parse_args()
    tell(figures(given.claims, given.folder, given.seconds))


def figures(claims: int, folder: Path, seconds: float) -> Iterator[Figure]:
    """How long it takes to start; requests a second and their times; its memory."""
    _made()  # takes a second, in which a server would let go of its clients
    column, began = f"{claims:,} claims", time.monotonic()
    with served(folder) as (server, address):
        taken = time.monotonic() - began
        yield Figure("HTTP", "start until it answers, s", column, taken, START)
        until_ready(address)
        taken = time.monotonic() - began
        yield Figure("HTTP", "start until paths are found, s", column, taken)
        asyncio.run(_load(address, 1, min(seconds, 2)))  # warms up
        for clients in CLIENTS:
            times, wall = asyncio.run(_load(address, clients, seconds))
            row = "1 client" if clients == 1 else f"{clients} clients"
            yield Figure("HTTP", f"{row}, requests/s", column, len(times) / wall)
            cuts = quantiles(times, n=100, method="inclusive")
            for share in (50, 95, 99):
                name = f"{row}, p{share}, ms"
                yield Figure("HTTP", name, column, cuts[share - 1] * 1000)
        used = memory(server.pid)
    yield Figure("HTTP", "memory of the server, MB", column, used)


@contextmanager
def served(folder: Path, *more: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server over the store that answers, with its address; stopped at the end."""
    command = ["serve", "--data", str(folder), "--port", "0", "--rate", "0", *more]
    scheme = folder.with_suffix(".ttl")
    server = subprocess.Popen(
        [*ONRECORD, *command, "--scheme", str(scheme)],
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout
        told = server.stdout.readline()
        address = told[told.index("http") :].split()[0]
        _asked(f"{address}livez")
        yield server, address
    finally:
        server.terminate()
        server.communicate()


def until_ready(address: str) -> None:
    """Wait until the server finds paths, too."""
    while _asked(f"{address}readyz")["paths"] != "ready":
        time.sleep(0.05)


def _asked(address: str) -> Any:  # noqa: ANN401 - JSON
    """What is answered there, waited for: a server listens before it answers."""
    with urlopen(address, timeout=120) as answer:
        return json.load(answer)


async def _load(
    address: str, clients: int, seconds: float
) -> tuple[list[float], float]:
    """Seconds that each request took, and the seconds of them all."""
    began = time.perf_counter()
    over = after(seconds)
    ways = [client(address, random.Random(number), over) for number in range(clients)]
    found = await asyncio.gather(*ways)
    return [each for times in found for each in times], time.perf_counter() - began


def after(seconds: float) -> Callable[[], bool]:
    """Whether so many seconds are over."""
    ends = time.perf_counter() + seconds
    return lambda: time.perf_counter() >= ends


async def client(
    address: str,
    draw: random.Random,
    over: Callable[[], bool],
    asked: Callable[[random.Random], Iterator[str]] | None = None,
    *,
    anew: bool = True,
) -> list[float]:
    """One client on one connection, asking on once answered: twice at least.

    To be answered `anew`, each request accepts what no other did.
    """
    place, paths = urlsplit(address), (asked or questions)(draw)
    reader, writer = await asyncio.open_connection(place.hostname, place.port)
    times: list[float] = []
    for path in paths:
        if over() and len(times) > 1:
            break
        began = time.perf_counter()
        accept = f"*/*;once={draw.random()}" if anew else "*/*"
        head = f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\nAccept: {accept}"
        writer.write(f"{head}\r\n\r\n".encode())
        await _read_answer(reader, path)
        times.append(time.perf_counter() - began)
    writer.close()
    return times


async def _read_answer(reader: asyncio.StreamReader, path: str) -> None:
    """Read one answer whole. Raises ValueError of any but 200."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if " 200 " not in head.split("\r\n")[0]:
        raise ValueError(f"{path}: {head.splitlines()[0]}")
    _, _, rest = head.partition("content-length:")
    await reader.readexactly(int(rest.split("\r\n")[0]))


@cache
def _made() -> Generator:
    return Generator()


def questions(draw: random.Random) -> Iterator[str]:
    """Requests without end, of whom and what drawn as the claims are."""
    made = _made()
    speakers = zipf(1000, 0.95)
    topics = zipf(len(made.topics), 0.9)
    while True:
        [who] = draw.choices(made.speakers[:1000], cum_weights=speakers)
        [what] = draw.choices(made.topics, cum_weights=topics)
        word = made.words[draw.randrange(20, 3000)]
        kinds = (
            ("claims", {"speaker": who.id, "stance": "demands", "limit": 20}),
            ("claims", {"topic": what.id, "from": "2020", "limit": 20}),
            ("claims", {"text": word, "limit": 20}),
            ("facets", {"topic": what.id}),
            ("positions", {"speaker": who.id, "limit": 20}),
        )
        kind, asked = draw.choice(kinds)
        yield f"/api/{kind}?{urlencode(asked)}"


if __name__ == "__main__":
    main()
