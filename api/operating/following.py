"""A store that others write to, followed while it is served."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from graph.store import Store
from ontology.errors import StoreError

SECONDS = 2.0
"""Time between two looks."""

log = logging.getLogger(__name__)


@contextmanager
def followed(store: Store, *, seconds: float = SECONDS) -> Iterator[None]:
    """Keep the store up to date; one of our own needs none of it."""
    if not store.written_elsewhere:
        yield
        return
    stopped = threading.Event()
    thread = threading.Thread(
        target=_follow, args=(store, stopped, seconds), name="following", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def _follow(store: Store, stopped: threading.Event, seconds: float) -> None:
    while not stopped.wait(seconds):
        try:
            store.refresh()
        except StoreError as error:
            # what was read before still answers; the next look may be luckier
            log.warning("the store cannot be followed: %s", error)
