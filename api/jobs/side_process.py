"""A process beside the server's, for work that is heavy: it gives way to those who ask.

In the server's own it would take Python's lock from the requests, and with a thread a
core the processor too.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

from api.sparql.isolation import end_with

NICENESS = 3
"""How far it steps back behind the server."""


def side_process(begin: Callable[[], object] | None = None) -> ProcessPoolExecutor:
    """A process that ends with this one; `begin` is what it calls first."""
    return ProcessPoolExecutor(
        1,
        # a fork would have the locks of the server's threads, held for good
        multiprocessing.get_context("spawn"),
        _begin,
        (os.getpid(), begin),
    )


def _begin(parent: int, begin: Callable[[], object] | None) -> None:
    end_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server
    os.nice(NICENESS)
    if begin:
        begin()
