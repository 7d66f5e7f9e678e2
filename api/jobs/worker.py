"""The thread that does a server's jobs in turn, as a store has one writer."""

import logging
import threading
import time

from api.clock import now
from api.ingesting.tally import Tally
from api.jobs.extraction import ExtractorProcess
from api.jobs.job import Job, JobState
from api.jobs.queue import Queue
from api.jobs.work import Stopped, Work
from api.settings import Settings
from graph.store import Store
from ontology.errors import OnRecordError

log = logging.getLogger(__name__)

OFTEN = 1.0
"""Seconds between two savings of a running job: what a kill loses is told again."""


class Worker:
    """Does the jobs of a queue until it is stopped."""

    def __init__(self, queue: Queue, store: Store, settings: Settings) -> None:
        self._queue, self._store, self._settings = queue, store, settings
        self._extractor = ExtractorProcess(settings.topics)
        self._thread = threading.Thread(target=self._work, name="jobs", daemon=True)

    def start(self) -> None:
        """Begin with what waits."""
        self._thread.start()

    def stop(self) -> None:
        """End after the articles at hand; a job that is not over goes on next time."""
        self._queue.close()
        if self._thread.is_alive():
            self._thread.join()

    def _work(self) -> None:
        try:
            while job := self._queue.next():
                self._do(job)
        finally:
            self._extractor.close()

    def _do(self, job: Job) -> None:
        running = job.model_copy(update={"state": JobState.RUNNING, "started": now()})
        self._queue.put(running)
        progress = _Progress(self._queue, running)
        try:
            tally = self._run(running, progress)
            self._queue.end(running.with_tally(tally), JobState.DONE)
        except Stopped:
            self._stopped(progress.job)
        except OnRecordError as error:
            self._queue.end(progress.job, JobState.FAILED, str(error))
        except Exception:
            # one job that goes wrong must not keep the others from their turn
            log.exception("job %s failed", job.id)
            reason = "something failed here; the server's log says what"
            self._queue.end(progress.job, JobState.FAILED, reason)

    def _run(self, job: Job, progress: "_Progress") -> Tally:
        self._extractor.start()
        work = Work(
            store=self._store,
            settings=self._settings,
            extractor=self._extractor,
            folder=self._queue.folder(job.id),
            job=job,
            stopped=lambda: self._queue.closed or self._queue.cancelled(job.id),
            tell=progress.tell,
        )
        return work.run()

    def _stopped(self, job: Job) -> None:
        if self._queue.cancelled(job.id):
            self._queue.end(job, JobState.CANCELLED)
        else:
            self._queue.put(job.model_copy(update={"state": JobState.WAITING}))


class _Progress:
    """A running job as it was told last."""

    def __init__(self, queue: Queue, job: Job) -> None:
        self._queue, self.job = queue, job
        self._saved = time.monotonic()

    def tell(self, tally: Tally) -> None:
        self.job = self.job.with_tally(tally)
        keep = time.monotonic() - self._saved >= OFTEN
        if keep:
            self._saved = time.monotonic()
        self._queue.put(self.job, keep=keep)
