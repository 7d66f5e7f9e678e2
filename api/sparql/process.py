"""One worker process, as its parent sees it."""

import asyncio
import json
import os
import sys
import time
from asyncio.subprocess import PIPE, Process
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import api

_ROOT = Path(api.__file__).parents[1]

# -I: neither the folder it starts in nor the environment adds to what it imports
_PROGRAM = f"import sys; sys.path.insert(0, {str(_ROOT)!r}); import api.sparql.worker as w; w.main()"  # noqa: E501

_NICENESS = 19
"""How far a slow query steps back: behind all else, whatever the server's own is."""


class Ended(Exception):
    """The process ended before it answered."""


class Reply(NamedTuple):
    """What a worker answered: what it is, and the results."""

    head: dict[str, Any]
    body: bytes


class Worker:
    """A worker process."""

    def __init__(self, process: Process) -> None:
        self.stepped_back = False
        self.network = "open"
        self._process = process

    @classmethod
    async def start(cls, memory: int) -> "Worker":
        """A worker that is ready. Raises Ended."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-I",
            "-c",
            _PROGRAM,
            str(memory),
            stdin=PIPE,
            stdout=PIPE,
            # Ctrl-C is for the server: it ends its workers. A session of their own
            # would do too, but between sessions Linux shares evenly (autogroup), so
            # that stepping back would not help those who wait
            process_group=0,
            # else the C library sets 64 MB of addresses aside for each thread of the
            # store, of those that the cap on memory allows
            env={**os.environ, "MALLOC_ARENA_MAX": "2"},
        )
        worker = cls(process)
        try:
            worker.network = (await worker._reply()).head["network"]
        except BaseException:
            await asyncio.shield(worker.end())
            raise
        return worker

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    def processor_seconds(self) -> float:
        """How long it has used a processor; where nothing tells, what time it is."""
        try:
            stat = Path(f"/proc/{self.pid}/stat").read_text()
        except OSError:
            return time.monotonic()
        user, system = stat.rpartition(")")[2].split()[11:13]  # proc(5): 14 and 15
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    async def ask(self, asked: dict[str, object]) -> Reply:
        """The answer to a question. Raises Ended if the process does."""
        packed = json.dumps(asked).encode()
        assert self._process.stdin
        try:
            self._process.stdin.write(len(packed).to_bytes(4, "big") + packed)
            await self._process.stdin.drain()
        except ConnectionError:
            raise Ended from None
        return await self._reply()

    async def _reply(self) -> Reply:
        assert self._process.stdout
        try:
            length = await self._process.stdout.readexactly(4)
            size = int.from_bytes(length, "big")
            head = json.loads(await self._process.stdout.readexactly(size))
            return Reply(head, await self._process.stdout.readexactly(head["size"]))
        except asyncio.IncompleteReadError:
            raise Ended from None

    def step_back(self) -> None:
        """Let others go before it, for good."""
        self.stepped_back = True
        with suppress(ProcessLookupError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _NICENESS)

    async def end(self) -> None:
        """Kill the process, and wait until it is gone."""
        with suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
            with suppress(ConnectionError):
                await self._process.stdin.wait_closed()
