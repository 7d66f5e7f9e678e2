"""Bytes without end for the readers: whatever comes, items and no exception.

`python -m tests.fuzz.readers --seconds 600`; atheris follows which code they reach.
"""

import argparse
import logging
import sys
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

MEMORY, SECONDS = 1_000, 60
"""Megabytes, and seconds for one input, beyond which it is a failure."""


def main() -> None:
    """Fuzz for a while; what fails is written to the folder it runs in."""
    import atheris  # only `make fuzz` installs it

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600)
    seconds = parser.parse_args().seconds
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    with atheris.instrument_imports(include=["extract.reading"]):
        from tests.fuzz.reading import read
    with TemporaryDirectory() as folder:
        _seed(Path(folder))
        limits = [f"-rss_limit_mb={MEMORY}", f"-timeout={SECONDS}", "-max_len=20000"]
        words = [sys.argv[0], folder, f"-max_total_time={seconds}", *limits]
        atheris.Setup(words, read)
        atheris.Fuzz()


def _seed(folder: Path) -> None:
    """A whole input of each format under each name, to begin with."""
    from tests.extract.reading.test_properties import SAMPLES
    from tests.fuzz.reading import SUFFIXES

    for number, sample in enumerate(SAMPLES):
        for place, _ in enumerate(SUFFIXES):
            (folder / f"{number}-{place}").write_bytes(bytes([place]) + sample)


if __name__ == "__main__":
    main()
