"""The snapshot that is current, and old ones for as long as queries read them."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path


class Current:
    """One snapshot at a time; `free` is told of those that nobody reads any more."""

    def __init__(self, free: Callable[[Path], None]) -> None:
        self._free = free
        self._snapshot: Path | None = None
        self._old = set[Path]()
        self._reading = Counter[Path]()

    def swap(self, snapshot: Path) -> None:
        """Let this one be read from now on."""
        if snapshot == self._snapshot:
            return
        if self._snapshot:
            self._old.add(self._snapshot)
        self._snapshot = snapshot
        self._drop()

    @contextmanager
    def reading(self) -> Iterator[Path]:
        """The current one, which stays meanwhile."""
        assert self._snapshot, "swap() comes before reading()"
        snapshot = self._snapshot
        self._reading[snapshot] += 1
        try:
            yield snapshot
        finally:
            self._reading[snapshot] -= 1
            self._drop()

    def _drop(self) -> None:
        """Let go of old snapshots that no query reads: who opened one opens anew."""
        for snapshot in [each for each in self._old if not self._reading[each]]:
            self._old.discard(snapshot)
            self._free(snapshot)
