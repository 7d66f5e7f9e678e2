"""A pool of worker processes: a query that goes too far ends with its process.

Oxigraph cannot be told to stop. So a query runs in a process of its own, which is
killed when its time is over or its client has left. Some workers are kept for quick
queries: one that takes longer needs one of a number of slow places, and goes on at
a lower priority; where all those are taken it is turned away. So a quick query
never waits behind slow ones.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from api.http.refusals import Busy
from api.sparql.current import Current
from api.sparql.process import Ended, Reply, Worker
from ontology.errors import OnRecordError


class TooLong(OnRecordError):
    """The query did not end within its time."""


class TooLarge(OnRecordError):
    """The query needed more memory than it may have."""


@dataclass(frozen=True)
class Limits:
    """What queries may use; sizes in bytes, times in seconds."""

    seconds: float = 10.0
    """The deadline where the request names no earlier one."""
    memory: int = 1200 << 20
    """Address space of a worker: a sort of some million rows fits."""
    result: int = 32 << 20
    triples: int = 200_000
    slow: int = 8
    """Queries beyond `quick_seconds` that may run at once."""
    quick: int = 2
    """Workers that are there for quick queries alone."""
    quick_seconds: float = 0.1
    waiting: int = 32
    """Requests that may wait for a worker; more are turned away."""
    patience: float = 2.0


class Pool:
    """Workers that read the snapshot that is current, made as they are needed."""

    def __init__(self, limits: Limits, free: Callable[[Path], None]) -> None:
        self.limits, self._current = limits, Current(free)
        self._idle, self._all = list[Worker](), set[Worker]()
        self._permits = asyncio.Semaphore(limits.slow + limits.quick)
        self._waiting = 0
        self.slow = 0
        """How many slow queries are running."""
        self._tasks = set[asyncio.Task[None]]()

    def swap(self, snapshot: Path) -> None:
        """Let queries from now on read this snapshot."""
        self._current.swap(snapshot)

    async def run(self, asked: dict[str, object], seconds: float | None) -> Reply:
        """The answer of a worker. Raises Busy, TooLong or TooLarge."""
        allowed = min(seconds or self.limits.seconds, self.limits.seconds)
        deadline = time.monotonic() + allowed
        async with self._turn() as snapshot, self._lent() as worker:
            question = {**asked, "snapshot": str(snapshot)}
            try:
                return await self._answered(worker, question, deadline)
            except TimeoutError:
                message = f"stopped: the query took longer than {allowed:g} seconds"
                raise TooLong(message) from None
            except Ended:
                raise TooLarge("the query needs more memory than it may") from None

    @asynccontextmanager
    async def _turn(self) -> AsyncIterator[Path]:
        """A turn, and the current snapshot, which stays meanwhile. Raises Busy."""
        await self._enter()
        try:
            with self._current.reading() as snapshot:
                yield snapshot
        finally:
            self._permits.release()

    @property
    def workers(self) -> int:
        """How many processes there are."""
        return len(self._all)

    async def close(self) -> None:
        """End all workers."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for worker in list(self._all):
            await self._end(worker)

    async def _enter(self) -> None:
        if self._permits.locked() and self._waiting >= self.limits.waiting:
            raise Busy("too many queries are waiting; try again later")
        self._waiting += 1
        try:
            async with asyncio.timeout(self.limits.patience):
                await self._permits.acquire()
        except TimeoutError:
            raise Busy("all workers are busy; try again later") from None
        finally:
            self._waiting -= 1

    @asynccontextmanager
    async def _lent(self) -> AsyncIterator[Worker]:
        """A worker; one that did not answer is ended, since it may be at work still."""
        worker = await self._worker()
        try:
            yield worker
        except BaseException:
            await asyncio.shield(self._end(worker))
            raise
        await self._release(worker)

    async def _worker(self) -> Worker:
        worker = self._idle.pop() if self._idle else await self.started()
        if len(self._idle) < self.limits.quick and not self._tasks:
            task = asyncio.create_task(self._top_up())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return worker

    async def started(self) -> Worker:
        """A new worker. Raises Ended."""
        worker = await Worker.start(self.limits.memory)
        self._all.add(worker)
        return worker

    async def _top_up(self) -> None:
        """Have workers ready, so that a quick query need not wait for a start."""
        most = self.limits.slow + self.limits.quick
        while len(self._idle) < self.limits.quick and len(self._all) < most:
            with suppress(Ended):
                self._idle.append(await self.started())

    async def _answered(
        self, worker: Worker, asked: dict[str, object], deadline: float
    ) -> Reply:
        answer = asyncio.ensure_future(worker.ask(asked))
        # reading an update needs a heavy import, once a worker, and a key
        quick = float("inf") if asked.get("update") else self.limits.quick_seconds
        try:
            if await self._is_quick(worker, answer, quick, deadline):
                return answer.result()
            return await self._slowly(worker, answer, deadline)
        finally:
            if not answer.done():
                answer.cancel()
                with suppress(asyncio.CancelledError, Ended):
                    await answer

    async def _is_quick(
        self,
        worker: Worker,
        answer: asyncio.Future[Reply],
        quick: float,
        deadline: float,
    ) -> bool:
        """Whether the answer came in so many seconds. Raises TimeoutError.

        Of the processor's time: on a machine that does much else nothing is quick by
        the clock, and a trivial query must not be taken for a slow one.
        """
        most = worker.processor_seconds() + quick
        while (left := deadline - time.monotonic()) > 0:
            done, _ = await asyncio.wait({answer}, timeout=min(quick, left))
            if done or worker.processor_seconds() >= most:
                return bool(done)
        raise TimeoutError

    async def _slowly(
        self, worker: Worker, answer: asyncio.Future[Reply], deadline: float
    ) -> Reply:
        if self.slow >= self.limits.slow:
            raise Busy("as many long queries run as may; try again later")
        self.slow += 1
        try:
            worker.step_back()
            left = max(deadline - time.monotonic(), 0)
            return await asyncio.wait_for(answer, left)
        finally:
            self.slow -= 1

    async def _release(self, worker: Worker) -> None:
        if worker.stepped_back:  # its priority cannot be raised again
            await self._end(worker)
        else:
            self._idle.append(worker)

    async def _end(self, worker: Worker) -> None:
        await worker.end()
        self._all.discard(worker)
