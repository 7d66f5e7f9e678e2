"""Files on disk: walking folders, naming and counting what lies there."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.reading.sniffing import SUFFIXES, Kind

STDIN = "-"
"""The path that stands for standard input."""

SEVERAL = {Kind.TABLE, Kind.FEED, Kind.ADDRESSES, Kind.WARC, Kind.ZIP, Kind.GZIP}
"""Formats that hold a number of articles not told without reading them."""


def is_address(path: str | Path) -> bool:
    """Whether this is a URL to fetch.

    >>> is_address("https://news.example/a"), is_address("https.txt")
    (True, False)
    """
    return str(path).lower().startswith(("http://", "https://"))


def files(path: str | Path) -> Iterator[Path]:
    """The file itself, or the files of a folder by name, without hidden ones."""
    top = Path(path)
    if str(path) == STDIN or not top.is_dir():
        yield top
        return
    for folder, folders, names in os.walk(top, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(folder, name) for name in sorted(names) if not name.startswith(".")
        )


def _raise(error: OSError) -> None:
    raise error


def count(paths: Iterable[str | Path]) -> int | None:
    """How many items `read` will yield, nearly; None where it cannot be told."""
    total = 0
    for path in paths:
        if str(path) == STDIN or is_address(path):
            return None
        for file in files(path):
            kind = SUFFIXES.get(file.suffix.lower())
            if kind in SEVERAL:
                return None
            total += _lines(file) if kind is Kind.LINES else 1
    return total


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1


def shown(path: str | Path) -> str:
    """The path as text: a name that is not UTF-8 shows a mark for what is not."""
    return os.fsencode(path).decode("utf-8", "replace")
