"""Every operation of the OpenAPI description, asked what it allows and what not.

`python -m tests.fuzz.openapi --examples 1000 ["GET /api/claims" ...]`. Each operation
has a server of its own, so what fails is told at once and the rest goes on, and can be
asked again alone; then all have one, where answers lead on to requests.
"""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from api.access.keys import Role
from tests.fuzz.asking import Outcome, operations, run

ALONE = ("--phases", "examples,coverage,fuzzing", "--continue-on-failure")

ANEW = ("--generation-database", "none")
"""Nothing is kept from one run for the next."""

TOGETHER = "all, by links"

ROW = "{:40} {:>8} {:>6} {:>8}  {}\n"


def alone(names: Sequence[str], examples: int) -> Iterator[tuple[str, Outcome]]:
    """Ask each alone, as many at a time as there are processors; in order of ends."""

    def one(name: str) -> Outcome:
        words = ("--max-examples", str(examples), "--include-name", name)
        return run(*ALONE, *ANEW, *words, role=Role.ADMIN)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        running = {pool.submit(one, name): name for name in names}
        try:
            for each in as_completed(running):
                yield running[each], each.result()
        finally:  # who waited for the others would be told of a failure hours later
            pool.shutdown(cancel_futures=True)


def everything(examples: int) -> Iterator[tuple[str, Outcome]]:
    """Ask each alone, then all together."""
    yield from alone(operations(), examples)
    words = ("--phases", "stateful", "--max-examples", str(examples))
    yield TOGETHER, run(*words, *ANEW)


def _tell(name: str, outcome: Outcome) -> None:
    if outcome.failed:
        sys.stdout.write(outcome.output)
    found = "FAILED" if outcome.failed else "clean"
    requests, seconds = outcome.statuses.total(), f"{outcome.seconds:.0f} s"
    row = ROW.format(name, requests, found, seconds, outcome.limits or "none")
    sys.stdout.write(row)
    sys.stdout.flush()


def main() -> None:
    """Print what was found, as it is found; the exit status is 1 on a failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("operations", nargs="*", help="only these")
    parser.add_argument("--examples", type=int, default=1000, metavar="N")
    asked = parser.parse_args()
    names, examples = asked.operations, asked.examples
    sys.stdout.write(ROW.format("", "requests", "", "", "5xx"))
    requests = failed = 0
    for name, outcome in alone(names, examples) if names else everything(examples):
        _tell(name, outcome)
        requests += outcome.statuses.total()
        failed += outcome.failed
    sys.stdout.write(f"{requests} requests; of the above failed: {failed}\n")
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
