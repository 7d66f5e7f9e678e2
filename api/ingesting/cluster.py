"""Extraction on a Dask cluster: batches out, readings back in the order given.

A batch is what one process would read together, so that the claims are the same to
the last digit. Few batches are under way at a time, whatever the number of articles.
A batch whose worker is lost goes to another by itself; one that has lost several is
taken apart, and the article that no worker survives is set aside.
"""

import logging
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from api.ingesting.extracting import Extracted, Extractor, Reading, noted, reading
from api.ingesting.tally import Tally
from extract import pipeline
from extract.text_batches import batches
from ontology.claim import Article
from ontology.claim import Extractor as Program
from ontology.errors import BadInput, OnRecordError

try:
    import dask
    from distributed import Client, Future, KilledWorker, LocalCluster, get_worker, wait
except ImportError:  # the extra is not installed
    raise BadInput("--engine dask needs more: pip install 'onrecord[dask]'") from None

AHEAD = 3
"""Batches under way for each thread of the cluster: one is read, the others wait there
or, read, wait here for their turn to be stored."""

QUIET = {
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
}
"""What Dask watches itself by would take a share of every core: its profiler, and 50
times a second, whether its loops go on."""

CONNECT_SECONDS = 30.0
"""How long a scheduler is waited for: one started just now may take some on a busy
machine."""

JOIN_SECONDS = 120.0
"""How long the first worker is waited for."""

_one_at_a_time = threading.Lock()
"""A worker's extractor reads one batch at a time; its threads go to the encoder."""


@dataclass(frozen=True)
class Model:
    """The extractor that every worker is to have: settings, and what they come to."""

    program: Program
    tagger: str | None = None
    topics: tuple[Path, ...] = ()


@contextmanager
def cluster(
    scheduler: str | None, workers: int, *, tagger: str | None, topics: Sequence[Path]
) -> Iterator["Cluster"]:
    """The cluster of this scheduler, or one on this machine for as long as it is used.

    Raises BadInput if nobody is there.
    """
    if scheduler:
        with _connected(scheduler) as client:
            yield Cluster(client, tagger, tuple(topics))
        return
    with (
        dask.config.set(QUIET),
        LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            dashboard_address=None,
            silence_logs=logging.ERROR,
        ) as local,
        Client(local) as client,
    ):
        yield Cluster(client, tagger, tuple(topics))


@contextmanager
def _connected(scheduler: str) -> Iterator[Client]:
    try:
        client = Client(scheduler, timeout=CONNECT_SECONDS)
    except (OSError, ValueError) as error:
        raise BadInput(f"scheduler {scheduler}: {error}") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=JOIN_SECONDS)
        except TimeoutError:
            raise BadInput(f"scheduler {scheduler}: it has no workers") from None
        yield client


class Cluster:
    """Workers that extract, with the same installed as here. Serves one run."""

    def __init__(
        self, client: Client, tagger: str | None, topics: tuple[Path, ...]
    ) -> None:
        self.client, self._tagger, self._topics = client, tagger, topics
        self._waiting = deque[tuple[list[Article], Future[Reading]]]()

    def extracted(
        self, extractor: Extractor, articles: Iterable[Article], tally: Tally
    ) -> Iterator[Extracted]:
        """Each article with its claims, in order; the tally has those that failed."""
        model = Model(extractor.program, self._tagger, self._topics)
        for several in batches(articles):
            self._waiting.append((several, self.send(model, several)))
            if len(self._waiting) >= AHEAD * max(
                sum(self.client.nthreads().values()), 1
            ):
                yield from noted(self._next(model), tally)
        while self._waiting:
            yield from noted(self._next(model), tally)

    def send(self, model: Model, several: list[Article]) -> Future[Reading]:
        """Let a worker read articles."""
        return self.client.submit(read, model, several, pure=False)

    def _next(self, model: Model) -> Reading:
        """What became of the articles that have been waited for longest."""
        several, sent = self._waiting.popleft()
        try:
            return _result(sent)
        except KilledWorker:
            # others that wait at a worker die with it, and are not to blame: so those
            # come to their end first, and then one article is read at a time
            wait([future for _, future in self._waiting])
            return sum((self._alone(model, one) for one in several), Reading())

    def _alone(self, model: Model, article: Article) -> Reading:
        try:
            return _result(self.send(model, [article]))
        except KilledWorker as error:
            return Reading(failed=((article, f"each worker died of it: {error}"),))


def _result(sent: Future[Reading]) -> Reading:
    """Raises KilledWorker, or OnRecordError if there is no cluster any more."""
    try:
        result = sent.result()
    except (KilledWorker, OnRecordError):
        raise
    except Exception as error:
        raise OnRecordError(
            f"the cluster gave up: {error!r}; what is stored stays, run it again"
        ) from error
    assert isinstance(result, Reading)
    return result


def read(model: Model, several: list[Article]) -> Reading:
    """What a worker does. Raises BadInput if it has another extractor."""
    with _one_at_a_time:
        return reading(_loaded(model), several)


@cache
def _loaded(model: Model) -> Extractor:
    """The model, loaded once a process."""
    worker = get_worker()
    extractor = pipeline.load(
        threads=worker.state.nthreads, tagger=model.tagger, topics=model.topics
    )
    if extractor.program != model.program:
        raise BadInput(
            f"worker {worker.address} has the extractor {extractor.program.version},"
            f" not {model.program.version}: install the same on all machines"
        )
    return extractor
