"""A dump as N-Quads: how fast it is written, and loaded into an empty store.

python -m tests.benchmarks.dumped --claims 20000
"""

import argparse
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from graph.dumps import load
from graph.export import export
from graph.store import Store
from tests.benchmarks.figures import Figure, cpu, tell
from tests.benchmarks.generator import Generator


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, required=True)
    claims = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as folder:
        tell(figures(claims, Path(folder)))


def figures(claims: int, folder: Path) -> Iterator[Figure]:
    """The dump of one store, and the same records put and loaded."""
    dump, records = folder / "dump.nq", list(Generator().articles(claims))
    figure = partial(Figure, "storage", column=f"{claims:,} claims")
    with Store.open(folder / "one") as store:
        with cpu() as seconds:
            store.load(records)
        rate = claims / seconds()
        yield figure("first load of records, claims/s", value=rate)
        with cpu() as seconds:
            export(store, "nq", dump)
        yield figure("export as N-Quads, claims/s", value=claims / seconds())
    with Store.open(folder / "other") as store:
        with cpu() as seconds:
            load(store, dump)
        yield figure("load of N-Quads, claims/s", value=claims / seconds())
    yield figure("N-Quads, bytes a claim", value=dump.stat().st_size / claims)


if __name__ == "__main__":
    main()
