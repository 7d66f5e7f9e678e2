"""Everything that is measured, in one go: `make bench`.

    python -m tests.benchmarks.run [--small] [--folder DIR] [--results FILE]

Each part runs in a process of its own, and leaves its figures in the folder: a run
that was interrupted goes on with the part that it was at. The tables are written anew
after each part; standard error tells when each begins.
"""

import argparse
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path
from typing import TextIO

from tests.benchmarks.figures import Figure, line, told
from tests.benchmarks.growth import plot
from tests.benchmarks.report import markdown
from tests.benchmarks.scale import scale

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Scale:
    """How much is measured."""

    texts: int
    gold: int
    """Gold articles that the rooms read."""
    articles: int
    pages: int
    batches: int
    stored: int
    cores: tuple[int, ...]
    repeats: int
    layers: int
    sizes: tuple[int, ...]
    rdflib: int
    rounds: int
    seconds: float


FULL = Scale(
    texts=8,
    gold=1000,
    articles=24,
    pages=500,
    batches=40,
    stored=3000,
    cores=(1, 2),
    repeats=2,
    layers=12,
    sizes=(10_000, 100_000, 1_000_000),
    rdflib=100_000,
    rounds=100,
    seconds=10,
)

SMALL = Scale(
    texts=1,
    gold=3,
    articles=1,
    pages=12,
    batches=1,
    stored=24,
    cores=(2,),
    repeats=1,
    layers=1,
    sizes=(120,),
    rdflib=120,
    rounds=2,
    seconds=0.1,
)
"""Shows in seconds that every part runs; of its figures only those of pages mean
something, which are shares."""


@dataclass(frozen=True)
class Part:
    """One process: its name, its module under `tests.benchmarks`, its arguments."""

    name: str
    module: str
    arguments: tuple[str, ...]


def parts(scale: Scale, folder: Path) -> Iterator[Part]:
    """All parts, the quick ones first."""
    texts = ("--articles", str(scale.texts))
    how = ("--repeats", str(scale.repeats), "--layers", str(scale.layers))
    for cores in scale.cores:
        given = ("--threads", str(cores), *texts, *how)
        yield Part(f"extraction-{cores}", "extraction", given)
    read = ("--repeats", str(scale.repeats), "--articles", str(scale.gold))
    yield Part("rooms", "rooms", read)
    yield Part("ingest", "ingest", ("--articles", str(scale.articles)))
    yield Part("pages", "pages", ("--pages", str(scale.pages)))
    yield Part("cluster", "cluster", ("--articles", str(scale.batches)))
    yield Part("servers", "remote", ("--claims", str(scale.stored)))
    yield Part("dumps", "dumped", ("--claims", str(scale.sizes[0])))
    for size in scale.sizes:
        where = ("--claims", str(size), "--folder", str(folder / str(size)))
        yield Part(f"graph-{size}", "graph_at", (*where, "--rounds", str(scale.rounds)))
        yield Part(f"http-{size}", "served", (*where, "--seconds", str(scale.seconds)))
        if size == scale.rdflib:
            yield Part("rdflib", "others", ("--claims", str(size)))


def kept(part: Part, folder: Path) -> Path:
    """Where the figures of a part are, once it is done."""
    return folder / f"{part.name}.jsonl"


def measured(part: Part, folder: Path) -> list[Figure]:
    """The figures of a part, taken now unless they are there from before.

    Of one that fails, those it has told until then; the next run begins it anew.
    """
    done = kept(part, folder)
    if done.exists():
        return told(done.read_text(encoding="utf-8"))
    new, began = done.with_suffix(".new"), time.perf_counter()
    with new.open("w", encoding="utf-8") as file:
        code = _run(part, file)
        minutes = (time.perf_counter() - began) / 60
        file.write(line(Figure("run", part.name, "minutes", minutes)))
    return told((new.rename(done) if code == 0 else new).read_text(encoding="utf-8"))


def _run(part: Part, output: TextIO) -> int:
    command = [sys.executable, "-m", f"tests.benchmarks.{part.module}", *part.arguments]
    return subprocess.run(command, cwd=HERE.parents[1], stdout=output).returncode


def heading() -> str:
    """When, and on what machine."""
    models = [
        row.partition(":")[2].strip()
        for row in Path("/proc/cpuinfo").read_text().splitlines()
        if row.startswith("model name")
    ]
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / 1e6
    return (
        "# Results\n\n"
        f"`make bench`, {datetime.now(UTC):%Y-%m-%d}: {len(models)} cores of"
        f" {models[0]}, {memory:.0f} GB, Python {platform.python_version()}."
        " CPU times, unless it says by the clock: other work on the machine stretches"
        " those less. What misses its target is bold.\n\n"
        "![Growth with the number of claims](growth.svg)\n\n"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the tables, and write them with the plot."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", action="store_true", help="only that it runs")
    parser.add_argument("--folder", type=Path, default=HERE / ".work")
    parser.add_argument("--results", type=Path, default=HERE / "results.md")
    given = parser.parse_args(arguments)
    given.folder.mkdir(parents=True, exist_ok=True)
    every = list(parts(SMALL if given.small else FULL, given.folder))
    found: list[Figure] = []
    for number, part in enumerate(every, start=1):
        now = f"{datetime.now():%H:%M:%S}"
        sys.stderr.write(f"{now} {part.name}, {number} of {len(every)}\n")
        found += measured(part, given.folder)
        write(found, given.results)
    sys.stdout.write(given.results.read_text(encoding="utf-8"))
    failed = [part.name for part in every if not kept(part, given.folder).exists()]
    if failed:
        raise SystemExit(f"failed: {', '.join(failed)}; run it again for the rest")


def write(found: Sequence[Figure], results: Path) -> None:
    """The tables, and the plot beside them."""
    every = [*found, *scale(found)]
    results.write_text(heading() + markdown(every), encoding="utf-8")
    if find_spec("matplotlib"):
        plot(found, results.with_name("growth.svg"))


if __name__ == "__main__":
    main()
