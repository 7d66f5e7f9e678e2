"""How a job goes on, as server-sent events."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable

from api.access.keys import Key
from api.jobs.job import Job
from api.jobs.queue import Queue

POLLED = 0.3
"""Seconds between two looks at a job whose progress is told."""

ALIVE = 15.0
"""Seconds of silence after which a comment keeps the connection open."""


async def events(
    id: str, key: Key, queue: Queue, *, stopping: Callable[[], bool]
) -> AsyncIterator[str]:
    """`progress` each time that there is some, then one `end`; the data is the job.

    They end, too, when the server stops: it waits for who is connected.
    """
    sent: Job | None = None
    silent = 0.0
    while not (queue.closed or stopping()):
        job = queue.job(id, key)
        if job != sent:
            kind = "end" if job.state.over else "progress"
            data = json.dumps(job.model_dump(mode="json"))
            yield f"event: {kind}\ndata: {data}\n\n"
            sent, silent = job, 0.0
        if job.state.over:
            return
        await asyncio.sleep(POLLED)
        silent += POLLED
        if silent >= ALIVE:
            yield ": alive\n\n"
            silent = 0.0
