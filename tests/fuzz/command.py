"""The command line of a fuzzer that makes its inputs itself: `--seconds`, `--seed`."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any


class Fault(Exception):
    """What must not happen, with the text that made it happen."""


def run(fuzz: Callable[..., Counter[Any]], *, of: str, description: str | None) -> None:
    """Print how often `fuzz(seconds=, seed=)` saw each outcome `of` what it makes.

    The exit status is 1 after a Fault, which is printed.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--seconds", type=float, default=600)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    try:
        counted = fuzz(seconds=asked.seconds, seed=asked.seed)
    except Fault as fault:
        sys.exit(f"fault: {fault}")
    outcomes = ", ".join(f"{each}: {n}" for each, n in sorted(counted.items()))
    sys.stdout.write(f"{counted.total()} {of}, no fault ({outcomes})\n")
