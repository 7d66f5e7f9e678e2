"""Storage on a SPARQL server of this machine: Oxigraph's and, installed, Virtuoso.

python -m tests.benchmarks.remote --claims 6000
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from graph.store import Store
from tests.benchmarks.figures import Figure, tell
from tests.benchmarks.generator import Generator
from tests.graph.servers import Server, oxigraph, virtuoso


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
    """Triples a second by the clock: the client and the server share the cores."""
    figure = partial(Figure, "servers", column=name)
    records = list(Generator().articles(claims))
    split = len(records) * 9 // 10
    with Store.open(folder, server=server.address) as store:
        before, began = len(store.graph), time.perf_counter()
        store.load(records[:split])
        wall = time.perf_counter() - began
        middle = len(store.graph)
        yield figure(
            "20 articles a request, triples/s",
            value=(middle - before) / wall,
            target=5000,
            least=True,
        )
        began = time.perf_counter()
        for record in records[split:]:
            store.put(*record)
        wall = time.perf_counter() - began
        rate = (len(store.graph) - middle) / wall
        yield figure("1 article a request, triples/s", value=rate)
        began = time.perf_counter()
        count = sum(1 for _ in store.records())
        rate = count / (time.perf_counter() - began)
        yield figure("read back for a new read model, articles/s", value=rate)


if __name__ == "__main__":
    main()
