"""A dump as N-Quads: how fast it is written, and loaded into an empty store.

python -m tests.benchmarks.dumped --claims 20000
"""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from graph.dumps.reading import load
from graph.export import export
from graph.store import Store
from tests.benchmarks.figures import Figure, cpu, tell_of
from tests.benchmarks.generator import Generator


def main() -> None:
    """Print the figures."""
    tell_of(__doc__, "--claims", figures)


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
