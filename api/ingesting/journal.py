"""What a run of ingest has done and what failed, so that it can be taken up again.

One JSON object a line, appended while a run goes on:
`{"run": "..."}` it begins, with a digest of its inputs; `{"done": url}` what is found
under a URL is stored; `{"failed": origin, "source": ..., "reason": ...}`; `{"mended":
origin}`; `{"end": "..."}` it is over. A killed process may leave half a line.

The store itself tells which articles need no second reading; the journal spares the
second fetching.
"""

import json
import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO

from extract.reading.items import Unreadable
from extract.reading.paths import is_address

NAME = "ingest.jsonl"
"""Its file in the data directory."""


class Journal:
    """The journal of a data directory, open for one run."""

    def __init__(self, directory: Path | None, inputs: Iterable[str]) -> None:
        self._path = directory / NAME if directory else None
        self._run = sha256("\n".join(inputs).encode("utf-8", "replace")).hexdigest()
        self._done: set[str] = set()
        self.failures: dict[str, Unreadable] = {}
        self._file: IO[str] | None = None

    def __enter__(self) -> "Journal":
        entries = list(_entries(self._path)) if self._path else []
        self.failures = failures(entries)
        self._done = _left(entries, self._run)
        if self._path:
            _rewrite(self._path, self._run, self._done, self.failures)
            self._file = self._path.open("a", encoding="utf-8")
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        """The run is over, unless an error or a signal ends it before its time."""
        if kind is None:
            self._write(end=self._run)
        if self._file:
            self._file.close()

    def done(self, url: str) -> bool:
        """Whether this run, before it was interrupted, stored what is there."""
        return url in self._done

    def stored(self, source: str) -> None:
        """Note that an article is stored."""
        if is_address(source):
            self._write(done=source)
        self.mended(source)

    def mended(self, origin: str) -> None:
        """Note that what had failed there no longer does."""
        if self.failures.pop(origin, None):
            self._write(mended=origin)

    def retried(self, origins: Iterable[str], refused: Iterable[Unreadable]) -> None:
        """Note that what was tried again no longer fails, but for what was refused."""
        for origin in set(origins) - {_origin(item) for item in refused}:
            self.mended(origin)

    def failed(self, item: Unreadable) -> None:
        """Note what gave no article, to be tried again."""
        origin = _origin(item)
        self.failures[origin] = item
        self._write(**_failure(origin, item))

    def _write(self, **entry: str) -> None:
        if self._file:
            self._file.write(f"{json.dumps(entry)}\n")
            self._file.flush()


def failures(entries: Iterable[dict[str, str]]) -> dict[str, Unreadable]:
    """What failed and has not been mended since, by origin."""
    found: dict[str, Unreadable] = {}
    for entry in entries:
        if "failed" in entry:
            source, reason = entry.get("source", ""), entry.get("reason", "")
            found[entry["failed"]] = Unreadable(source, reason, origin=entry["failed"])
        elif "mended" in entry:
            found.pop(entry["mended"], None)
    return found


def _left(entries: Iterable[dict[str, str]], run: str) -> set[str]:
    """The URLs that this run had done when it was interrupted."""
    done, mine = set[str](), False
    for entry in entries:
        if "run" in entry or "end" in entry:
            done, mine = set(), entry.get("run") == run
        elif mine and "done" in entry:
            done.add(entry["done"])
    return done


def _entries(path: Path) -> Iterator[dict[str, str]]:
    """The entries that are whole."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for line in lines:
            try:
                entry = json.loads(line)
            except ValueError:
                continue
            if isinstance(entry, dict) and all(
                isinstance(value, str) for value in entry.values()
            ):
                yield entry


def _rewrite(
    path: Path, run: str, done: Iterable[str], failed: dict[str, Unreadable]
) -> None:
    """Keep of former runs what still counts, in place of the whole file at once."""
    entries: list[dict[str, str]] = [_failure(*pair) for pair in failed.items()]
    entries += [{"run": run}, *({"done": url} for url in sorted(done))]
    new = path.with_suffix(".new")
    new.write_text("".join(f"{json.dumps(entry)}\n" for entry in entries))
    os.replace(new, path)


def _origin(item: Unreadable) -> str:
    """What is to be read to try it again."""
    return item.origin or item.source


def _failure(origin: str, item: Unreadable) -> dict[str, str]:
    return {"failed": origin, "source": item.source, "reason": item.reason}
