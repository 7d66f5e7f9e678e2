"""Figures: what a benchmark measures, and how it is timed."""

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

ONRECORD = (sys.executable, "-c", "from api.cli import main; main()")
"""The command `onrecord`, whether or not it is installed."""


@dataclass(frozen=True)
class Figure:
    """One number: in which table, row and column it stands.

    `target` is the most it may be; where `least` is set, the least.
    """

    table: str
    row: str
    column: str
    value: float
    target: float | None = None
    least: bool = False

    @property
    def missed(self) -> bool:
        """Whether the target is not reached."""
        if self.target is None:
            return False
        return self.value < self.target if self.least else self.value > self.target


def tell(figures: Iterable[Figure]) -> None:
    """Print figures as they are taken: JSON Lines, for another process."""
    for figure in figures:
        sys.stdout.write(line(figure))
        sys.stdout.flush()


def tell_of(
    description: str | None,
    option: str,
    figures: Callable[[int, Path], Iterable[Figure]],
    *,
    usual: int | None = None,
) -> None:
    """Print figures of as many things as an option says, in a folder of their own.

    Without a usual number the option must be given.
    """
    parser = argparse.ArgumentParser(description=description)
    required = usual is None
    parser.add_argument(option, dest="n", type=int, default=usual, required=required)
    number = parser.parse_args().n
    with tempfile.TemporaryDirectory() as folder:
        tell(figures(number, Path(folder)))


def line(figure: Figure) -> str:
    """A figure as a line of JSON."""
    return json.dumps(asdict(figure)) + "\n"


def told(lines: str) -> list[Figure]:
    """The pair of `tell`; lines that are not JSON objects are left out."""
    found = (line for line in lines.splitlines() if line.startswith("{"))
    return [Figure(**json.loads(line)) for line in found]


@contextmanager
def cpu() -> Iterator[Callable[[], float]]:
    """CPU seconds of this process within; other work stretches the clock more."""
    began = time.process_time()
    ended: list[float] = []
    yield lambda: ended[0] - began
    ended.append(time.process_time())


def until_rest() -> float:
    """Wait until no thread of this process is at work; the CPU seconds it took."""
    with cpu() as seconds:
        while _at_work():
            pass
    return seconds()


def _at_work() -> bool:
    with cpu() as seconds:
        time.sleep(0.5)
    return seconds() > 0.02


def milliseconds(make: Callable[[], Callable[[], object]], rounds: int) -> list[float]:
    """CPU milliseconds of each call; `make` gives what is called, outside the time."""
    times = []
    for _ in range(rounds):
        ask = make()
        with cpu() as seconds:
            ask()
        times.append(seconds() * 1000)
    return times


def middle_and_p95(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    if len(times) < 2:
        return times[0], times[0]
    return median(times), quantiles(times, n=20, method="inclusive")[-1]


def size(folder: Path, pattern: str = "*") -> int:
    """Bytes of the files in a folder, those deeper too."""
    return sum(file.stat().st_size for file in folder.rglob(pattern) if file.is_file())


def memory(process: int | str = "self") -> float:
    """Megabytes of its own that a process has in memory now, without mapped files."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    [own] = (line for line in lines if line.startswith("RssAnon:"))
    return int(own.split()[1]) * 1024 / 1e6


def peak_memory() -> float:
    """The most megabytes that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
