"""How often each caller may ask: so many requests a minute, and some at once.

A bucket a caller, of which only the time is kept at which it is full again (the
generic cell rate algorithm, ITU-T I.371). In this process alone, and without threads:
the known library (limits) keeps a timer going and takes 0.4 s to import.
"""

import time
from collections.abc import Callable

MOST_CALLERS = 10_000
"""Callers that are kept in mind before those with a full bucket are forgotten."""


class Rates:
    """The buckets of all callers, each with `burst` places that fill `every` seconds.

    >>> rates = Rates(every=1.0, burst=2, clock=lambda: 0.0)
    >>> [rates.wait("desk") for _ in range(3)], rates.wait("another")
    ([0.0, 0.0, 1.0], 0.0)
    """

    def __init__(
        self, every: float, burst: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._every, self._burst, self._clock = every, burst, clock
        self._full: dict[str, float] = {}

    @classmethod
    def a_minute(cls, requests: int) -> "Rates":
        """So many requests a minute, a tenth of them at once."""
        return cls(60 / requests, max(requests // 10, 1))

    def __len__(self) -> int:
        """How many callers are kept in mind."""
        return len(self._full)

    def wait(self, caller: str) -> float:
        """Seconds until the caller may ask; 0 if it may, and then it has."""
        now = self._clock()
        full = max(self._full.get(caller, now), now) + self._every
        wait = full - now - self._burst * self._every
        if wait > 0:
            return wait
        if len(self._full) >= MOST_CALLERS:
            self._full = {who: at for who, at in self._full.items() if at > now}
        self._full[caller] = full
        return 0.0
