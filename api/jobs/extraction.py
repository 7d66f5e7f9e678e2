"""The extractor of jobs, in a process of its own."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from api.ingesting.extracting import Extracted
from api.jobs.side_process import side_process
from ontology.claim import Article
from ontology.claim import Extractor as Program

if TYPE_CHECKING:
    from extract.pipeline import Extractor

T = TypeVar("T")


class ExtractorProcess:
    """An extractor in a process that is there from the first use to `close`."""

    def __init__(self, topics: Iterable[Path] = ()) -> None:
        self._topics = tuple(topics)
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Have it loaded: what is fetched then need not wait for that."""
        self._done(_program)

    @cached_property
    def program(self) -> Program:
        """Name and version as every claim carries them."""
        return self._done(_program)

    def extract(self, articles: Iterable[Article]) -> Iterator[Extracted]:
        """Each article with its claims, in order."""
        yield from self._done(_extracted, tuple(articles))

    def close(self) -> None:
        """End the process."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def _done(self, work: Callable[..., T], *given: object) -> T:
        if self._pool is None:
            self._pool = side_process(partial(_prepare, self._topics))
        try:
            return self._pool.submit(work, *given).result()
        except BrokenProcessPool:  # it was killed: the next article finds another
            self.close()
            raise


_here: "list[Extractor]" = []
"""The extractor of this process, if it is such a one."""


def _prepare(topics: tuple[Path, ...]) -> None:
    from extract import pipeline  # here alone: it is too much for the server to hold

    _here.append(pipeline.load(threads=1, topics=topics))


def _program() -> Program:
    return _here[0].program


def _extracted(articles: tuple[Article, ...]) -> tuple[Extracted, ...]:
    return tuple(_here[0].extract(articles))
