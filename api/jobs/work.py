"""What a job does: its files and URLs read, extracted and stored, as ingest does it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from api.ingesting.extracting import Extractor, in_spells
from api.ingesting.fetching import fetcher
from api.ingesting.journal import Journal
from api.ingesting.run import Run
from api.ingesting.tally import Tally
from api.jobs.folder import JobFolder
from api.jobs.job import Job
from api.jobs.naming import identify
from api.settings import Settings
from extract import reading
from extract.reading import Item, Options, Unreadable
from graph.store import Store


class Stopped(Exception):
    """The job is to go no further for now, or ever."""


@dataclass(frozen=True)
class Work:
    """One job at work. `stopped` says that it shall end; `tell` hears how far it is."""

    store: Store
    settings: Settings
    extractor: Extractor
    folder: JobFolder
    job: Job
    stopped: Callable[[], bool]
    tell: Callable[[Tally], None]

    def run(self) -> Tally:
        """Do it; what was stored before an interruption is passed over. Raises Stopped.

        Any other error is one that ends the job.
        """
        with Journal(self.folder.path, self.job.inputs) as journal:
            run = Run(self.store, self.extractor, journal, self._advance, in_spells)
            tally = run.ingest(self._items(journal))
        if tally.changed:
            identify(self.store, self.settings.topics)
        self.store.flush()
        return tally

    def _advance(self, tally: Tally) -> None:
        self.tell(tally)
        self._stop_if_asked()

    def _stop_if_asked(self) -> None:
        if self.stopped():
            raise Stopped

    def _items(self, journal: Journal) -> Iterator[Item]:
        urls = [name for name in self.job.inputs if reading.is_address(name)]
        fetch = None
        if urls:
            settings = self.settings
            fetch = fetcher(
                settings.contact, delay=settings.delay, networks=settings.networks
            )
        options = Options(fetch=fetch, done=journal.done)
        for item in reading.read([*self.folder.files(), *urls], options=options):
            self._stop_if_asked()
            yield self._named(item)

    def _named(self, item: Item) -> Item:
        """The item without our folders in its names.

        The name of an upload is no place: two of one name are two articles.
        """
        if isinstance(item, Unreadable):
            origin = item.origin and self._shown(item.origin)
            return replace(item, source=self._shown(item.source), origin=origin)
        return item.model_copy(update={"source": self._shown(item.source)})

    def _shown(self, source: str) -> str:
        return source.replace(f"{self.folder.inputs}/", f"upload:{self.job.id}/")
