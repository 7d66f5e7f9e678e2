"""A store on a server, followed while it is served: others write to it meanwhile."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from graph.store import Store
from ontology.errors import StoreError

SECONDS = 2.0
"""Time between two looks at the server's revision."""

log = logging.getLogger(__name__)


@contextmanager
def followed(store: Store, *, seconds: float = SECONDS) -> Iterator[None]:
    """Keep the read model up to date; a store of our own needs none of it."""
    if not store.graph.shared:
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
