"""A job that is cancelled ends, one that is interrupted goes on where it was."""

import io
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import Request

from api.access.keys import Key, Role
from api.clock import now
from api.ingesting.tally import Tally
from api.jobs.folder import JobFolder
from api.jobs.job import Job, JobState
from api.jobs.queue import Queue, QueueFull
from api.jobs.service import NAME, JobService
from api.jobs.work import Stopped, Work
from api.problems.answering import answer
from api.settings import Settings
from extract import pipeline
from graph.store import Store
from ontology.errors import NotFound

ANN = Key(name="ann", role=Role.WRITE, hash="", created="")
SAID = "“We need binding guarantees,” Foreign Minister Ana Brandt said in {}."
TEXTS = [SAID.format(town) for town in ("Arlen", "Brost", "Cavel", "Dorne")]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path) as store:
        yield store


def added(queue: Queue) -> Job:
    files = [(f"{n}.txt", io.BytesIO(t.encode())) for n, t in enumerate(TEXTS)]
    return queue.add(ANN, files=files)


def test_work_that_is_stopped_goes_on_where_it_was(
    store: Store, tmp_path: Path
) -> None:
    queue, extractor = Queue(tmp_path / NAME), pipeline.load(threads=1)
    job, told = added(queue), list[Tally]()

    def work(stop_after: int) -> Work:
        def stopped() -> bool:
            return len(told) >= stop_after

        folder = queue.folder(job.id)
        return Work(store, Settings(), extractor, folder, job, stopped, told.append)

    with pytest.raises(Stopped):
        work(1).run()
    assert len(store.article_ids()) == 1
    tally = work(99).run()
    assert len(store.article_ids()) == len(TEXTS)
    assert tally.outcomes == {"unchanged": 1, "added": 3}


def test_a_job_that_ran_when_the_server_died_runs_again(
    store: Store, tmp_path: Path
) -> None:
    queue = Queue(tmp_path / NAME)
    job = added(queue)
    queue.put(job.model_copy(update={"state": JobState.RUNNING, "started": now()}))
    (tmp_path / NAME / "torn").mkdir()
    service = JobService(store, Settings())
    service.start()
    try:
        deadline = time.monotonic() + 300
        while not service.queue.job(job.id, ANN).state.over:
            assert time.monotonic() < deadline
            time.sleep(0.1)
    finally:
        service.stop()
    done = Queue(tmp_path / NAME).job(job.id, ANN)
    assert (done.state, done.articles) == (JobState.DONE, {"added": 4})
    assert len(store.article_ids()) == len(TEXTS)
    assert JobFolder(tmp_path / NAME / job.id).files() == []


def test_a_job_that_waits_is_cancelled_at_once(tmp_path: Path) -> None:
    queue = Queue(tmp_path)
    job = added(queue)
    assert queue.cancel(job.id, ANN).state is JobState.CANCELLED
    with pytest.raises(NotFound):
        queue.cancel(job.id, ANN.model_copy(update={"name": "bob"}))
    assert queue.cancel(job.id, ANN).state is JobState.CANCELLED


def test_too_many_jobs_are_refused(tmp_path: Path) -> None:
    queue = Queue(tmp_path)
    for _ in range(100):
        queue.add(ANN, urls=["https://a.example/"])
    with pytest.raises(QueueFull, match="100 jobs wait") as full:
        queue.add(ANN)
    request = Request({"type": "http", "path": "/api/ingest", "headers": []})
    refused = answer(request, full.value)
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
