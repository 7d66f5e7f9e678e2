"""Where inputs are worked on: the parsing processes, and a few threads before them.

Pages are fetched and parsed ahead of their turn, and come back in their turn.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Protocol, TypeAlias

from extract.reading.inputs import Input
from extract.reading.items import Item
from extract.reading.options import Options
from extract.reading.sandbox import Sandboxes

Pending: TypeAlias = Future[list[Item]]
Work: TypeAlias = Item | Pending

AHEAD = 4
"""Pages a worker that may wait, parsed, for their turn: bounds memory."""


class Read(Protocol):
    """Reads any input: how an archive or a list hands on what it holds."""

    def __call__(self, given: Input, desk: "Desk") -> Iterator[Work]:
        """The items of an input; never raises BadInput."""
        ...


class Desk:
    """The options of a reading, and its workers."""

    def __init__(self, options: Options, read: Read) -> None:
        self.options = options
        self.read = read
        self._workers = max(options.workers, 1)
        self._sandboxes = options.sandboxes or Sandboxes(self._workers)
        self._pool = ThreadPoolExecutor(self._workers, "reading")
        self._thread = threading.local()

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._pool.shutdown(wait=kind is None, cancel_futures=True)
        if self.options.sandboxes is None:
            self._sandboxes.__exit__()

    def parse(
        self, name: str, data: bytes, charset: str | None = None, url: str | None = None
    ) -> Any:  # noqa: ANN401 - what the parser of this name returns
        """What a parser of the sandbox finds. Raises Refused."""
        return self._sandboxes.parse(name, data, charset, url)

    def later(self, work: Callable[[], Iterable[Work]]) -> Iterator[Work]:
        """The items of this work, done by a worker while others' turn is on."""
        if getattr(self._thread, "works", False):
            yield from work()  # a worker that waits for another may wait for itself
        else:
            yield self._pool.submit(self._worked, work)

    def _worked(self, work: Callable[[], Iterable[Work]]) -> list[Item]:
        self._thread.works = True
        return [item for piece in work() for item in _result(piece)]

    def in_turn(self, work: Iterable[Work]) -> Iterator[Item]:
        """The items in order, as their turn comes."""
        waiting: deque[Work] = deque()
        for piece in work:
            waiting.append(piece)
            while waiting and (_ready(waiting[0]) or len(waiting) > self._limit):
                yield from _result(waiting.popleft())
        while waiting:
            yield from _result(waiting.popleft())

    @property
    def _limit(self) -> int:
        return AHEAD * self._workers


def _ready(piece: Work) -> bool:
    return not isinstance(piece, Future) or piece.done()


def _result(piece: Work) -> list[Item]:
    return piece.result() if isinstance(piece, Future) else [piece]
