"""The jobs of one server, from its start to its end."""

import secrets
import shutil
import tempfile
from pathlib import Path

from api.jobs.queue import Queue
from api.jobs.worker import Worker
from api.settings import Settings
from graph.store import Store

NAME = "jobs"
"""The folder in the data directory; of a store in memory, one that goes with it."""


class JobService:
    """A queue and its worker, who does nothing where the store is only read."""

    def __init__(self, store: Store, settings: Settings) -> None:
        folder = store.path / NAME if store.path else _unused()
        self._temporary = None if store.path else folder
        self.queue = Queue(folder)
        self._worker = Worker(self.queue, store, settings)
        self._works = not store.read_only

    def start(self) -> None:
        """Go on with what waits."""
        if self._works:
            self._worker.start()

    def stop(self) -> None:
        """End after the articles at hand."""
        self._worker.stop()
        if self._temporary:
            shutil.rmtree(self._temporary, ignore_errors=True)


def _unused() -> Path:
    """A folder that is made with the first job."""
    return Path(tempfile.gettempdir(), f"onrecord-{secrets.token_hex(8)}")
