"""Storage on a SPARQL server of this machine: Oxigraph's and, installed, Virtuoso.

python -m tests.benchmarks.remote --claims 6000
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from graph.store import Store
from tests.benchmarks.figures import Figure, cpu, tell
from tests.benchmarks.generator import Generator
from tests.benchmarks.load import processor
from tests.graph.servers import Server, oxigraph, virtuoso

ROW = "20 articles a request, triples/s"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, required=True)
    claims = parser.parse_args().claims
    for name, kind in (("oxigraph serve", oxigraph), ("Virtuoso", virtuoso)):
        if name == "Virtuoso" and not shutil.which("virtuoso-t"):
            continue
        with tempfile.TemporaryDirectory() as folder, kind(Path(folder)) as server:
            tell(figures(name, server, claims, Path(folder) / "store"))


def figures(name: str, server: Server, claims: int, folder: Path) -> Iterator[Figure]:
    """Triples a second by the clock, and where their time goes."""
    figure = partial(Figure, "servers", column=name)
    records = list(Generator().articles(claims))
    split = len(records) * 9 // 10
    with Store.open(folder, server=server.address) as store:
        taken = put(store, server, lambda: store.load(records[:split]))
        rate = taken.triples / taken.clock
        yield figure(ROW, value=rate, target=5000, least=True)
        for who, seconds in (("client", taken.client), ("server", taken.server)):
            row = f"CPU µs a triple, {who}"
            yield figure(row, value=seconds / taken.triples * 1e6)
        taken = put(store, server, lambda: [store.put(*own) for own in records[split:]])
        rate = taken.triples / taken.clock
        yield figure("1 article a request, triples/s", value=rate)
        began = time.perf_counter()
        count = sum(1 for _ in store.records())
        rate = count / (time.perf_counter() - began)
        yield figure("read back for a new read model, articles/s", value=rate)


@dataclass(frozen=True)
class Taken:
    """What a write came to: triples, and seconds by the clock and of CPU time."""

    triples: int
    clock: float
    client: float
    server: float


def put(store: Store, server: Server, write: Callable[[], object]) -> Taken:
    """Write, and tell what it took. Client and server share the cores."""
    assert server.process
    there = partial(processor, server.process.pid)
    before, theirs, began = len(store.graph), there(), time.perf_counter()
    with cpu() as client:
        write()
    clock, theirs = time.perf_counter() - began, there() - theirs
    return Taken(len(store.graph) - before, clock, client(), theirs)


if __name__ == "__main__":
    main()
