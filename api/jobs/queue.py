"""The jobs of a server: made, told, cancelled, and given out one at a time."""

import secrets
import threading
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from api.access.keys import Key, Role
from api.clock import now
from api.jobs.folder import JobFolder, kept
from api.jobs.job import Job, JobState
from ontology.errors import NotFound, OnRecordError

WAITING = 100
"""Jobs that may wait for their turn."""


class QueueFull(OnRecordError):
    """Too many jobs wait already."""


class Queue:
    """Jobs by id; may be used by several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._changed = threading.Condition()
        self._closed = False
        self._cancelled: set[str] = set()
        # one that was running when the server ended runs again from where it was
        self._jobs = {
            job.id: job
            if job.state.over
            else job.model_copy(update={"state": JobState.WAITING})
            for job in kept(folder)
        }

    def add(
        self,
        key: Key,
        *,
        files: Iterable[tuple[str, IO[bytes]]] = (),
        urls: Iterable[str] = (),
        items: int | None = None,
    ) -> Job:
        """A new job of this key. Raises QueueFull."""
        with self._changed:
            waiting = sum(job.state is JobState.WAITING for job in self._jobs.values())
        if waiting >= WAITING:
            raise QueueFull(f"{waiting} jobs wait already; come back later")
        id = secrets.token_hex(8)
        folder = self.folder(id)
        folder.make()
        names = [
            folder.add(number, name, stream)
            for number, (name, stream) in enumerate(files, 1)
        ]
        job = Job(
            id=id, key=key.name, created=now(), inputs=(*names, *urls), items=items
        )
        self.put(job)
        return job

    def folder(self, id: str) -> JobFolder:
        """Where a job is kept."""
        return JobFolder(self._folder / id)

    def put(self, job: Job, *, keep: bool = True) -> None:
        """Take a job as it is now; `keep` it on disk as well."""
        if keep:
            self.folder(job.id).save(job)
        with self._changed:
            self._jobs[job.id] = job
            self._changed.notify_all()

    def of(self, key: Key) -> tuple[Job, ...]:
        """The jobs that a key may see, the newest first: its own, or an admin's all."""
        with self._changed:
            jobs = list(self._jobs.values())
        return tuple(job for job in reversed(jobs) if _sees(key, job))

    def job(self, id: str, key: Key) -> Job:
        """A job that the key may see. Raises NotFound, of others' jobs too."""
        with self._changed:
            job = self._jobs.get(id)
        if job is None or not _sees(key, job):
            raise NotFound(f"no job of this key has the id {id!r}")
        return job

    def cancel(self, id: str, key: Key) -> Job:
        """Let a job go no further; what it stored stays. Raises NotFound."""
        job = self.job(id, key)
        with self._changed:
            if not job.state.over:
                self._cancelled.add(id)
            waiting = self._jobs[id].state is JobState.WAITING
        if waiting:
            self.end(job, JobState.CANCELLED)
        return self.job(id, key)

    def cancelled(self, id: str) -> bool:
        """Whether someone has cancelled it."""
        return id in self._cancelled

    def end(self, job: Job, state: JobState, reason: str | None = None) -> None:
        """Take a job as over."""
        ended = {"state": state, "ended": now(), "reason": reason}
        self.put(job.model_copy(update=ended))
        self.folder(job.id).forget_inputs()

    def next(self) -> Job | None:
        """The job whose turn it is, waited for; None once the queue is closed."""
        with self._changed:
            while not self._closed:
                for job in self._jobs.values():
                    if job.state is JobState.WAITING and job.id not in self._cancelled:
                        return job
                self._changed.wait()
        return None

    @property
    def closed(self) -> bool:
        """Whether no job is given out any more."""
        return self._closed

    def close(self) -> None:
        """Give out no more jobs."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def _sees(key: Key, job: Job) -> bool:
    return key.role >= Role.ADMIN or job.key == key.name
