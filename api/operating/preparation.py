"""What is made after a start, while questions are answered already.

That is the graph in which paths are searched: of a million claims it takes a while.
"""

import gc
import logging
import sqlite3
import threading
from enum import StrEnum

from graph.network.projection import projection
from graph.read_model.column_reading import columns
from graph.store import Store
from ontology.errors import OnRecordError

PATIENCE = 2.0
"""Seconds that a question waits for the graph before it is told to come again."""

log = logging.getLogger("onrecord.preparation")


class NotYet(OnRecordError):
    """What the question needs is still being made."""


class PathsState(StrEnum):
    """How far the graph of paths is."""

    IDLE = "idle"
    """Made when it is first needed."""
    BUILDING = "building"
    READY = "ready"


class Preparation:
    """The graph of paths, made in a thread of its own."""

    def __init__(self, store: Store) -> None:
        self._store, self._thread = store, threading.Thread(target=self._run)
        self._over = threading.Event()
        self._stopping = False
        self.state = PathsState.IDLE

    def start(self) -> None:
        """Begin, and return at once."""
        self.state = PathsState.BUILDING
        self._thread.start()

    def stop(self) -> None:
        """Break off what is not done yet."""
        self._stopping = True
        while self._thread.is_alive():
            self._store.read_model.interrupt()
            self._thread.join(0.1)

    def wait(self) -> None:
        """Wait a little until it is done. Raises NotYet if it is not even then."""
        if self.state is PathsState.BUILDING and not self._over.wait(PATIENCE):
            raise NotYet("the graph of paths is still being made; try again later")

    def _run(self) -> None:
        try:
            model = self._store.read_model
            projection(model)
            self.state = PathsState.READY
            with model.reading() as db:
                columns(model, db)  # nobody waits: all can be told without them
            # what is made stays: to go through a million edges takes the collector
            # a quarter of a second, again and again
            gc.freeze()
        except sqlite3.Error:
            self.state = PathsState.IDLE  # so whoever needs it tries again, and is told
            if not self._stopping:
                log.exception("the graph of paths could not be made")
        finally:
            self._over.set()
