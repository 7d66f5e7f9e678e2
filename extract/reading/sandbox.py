"""A process that parses what others wrote: under a cap of memory and of time.

What lxml, trafilatura, pypdf and feedparser do with hostile bytes is theirs: they
may loop, fill the memory or crash. Here that ends the process and not the batch.
"""

import json
import logging
import multiprocessing
import signal
import subprocess
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from queue import SimpleQueue
from typing import Any

from extract.reading import feed_entries, pages, pdf
from extract.reading.decoding import Refused
from extract.reading.limits import MEMORY, SECONDS

STARTING = 120.0
"""Seconds that a new process may take until it answers, on a busy machine."""

STARTER = """
import json, sys
sys.path[:], descriptor, memory = json.loads(sys.argv[1])
from extract.reading.sandbox import serve
serve(descriptor, memory)
"""
"""What the process runs: these modules, found where they are found here."""

LIFE = 1_000
"""Inputs after which a process is replaced: its libraries keep caches."""

PARSERS: dict[str, Callable[..., Any]] = {
    "page": pages.page,
    "document": pdf.document,
    "feed": feed_entries.entries,
}


class Sandbox:
    """One such process, started with the first parse and again after a failure."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds, self._memory = seconds, memory
        self._process: subprocess.Popen[bytes] | None = None
        self._pipe: Connection[Any, Any] | None = None
        self._served = 0

    def parse(
        self, name: str, data: bytes, charset: str | None, url: str | None
    ) -> Any:  # noqa: ANN401 - what the parser of this name returns
        """What the parser finds in the bytes. Raises Refused."""
        pipe = self._ready()
        try:
            pipe.send((name, data, charset, url))
            if not pipe.poll(self._seconds):
                raise Refused(f"took longer than {self._seconds:g} s to read")
            found = pipe.recv()
        except (EOFError, OSError):
            self.close()
            raise Refused("broke the program that reads it") from None
        except Refused:
            self.close()
            raise
        if isinstance(found, str):
            raise Refused(found)
        return found

    def _ready(self) -> "Connection[Any, Any]":
        if self._served >= LIFE:
            self.close()
        self._served += 1
        if self._pipe is None:
            self._pipe = self._started()
            try:
                ready = self._pipe.poll(STARTING) and self._pipe.recv()
            except (EOFError, OSError):
                ready = False
            if not ready:
                self.close()
                raise Refused("the program that reads it does not start")
        return self._pipe

    def _started(self) -> "Connection[Any, Any]":
        """This end of a pipe to a new process: it ends when this end is closed."""
        here, there = multiprocessing.Pipe()
        # not multiprocessing's own start, which runs the caller's script again
        given = json.dumps([sys.path, there.fileno(), self._memory])
        self._process = subprocess.Popen(
            [sys.executable, "-c", STARTER, given],
            stdin=subprocess.DEVNULL,
            pass_fds=[there.fileno()],
        )
        there.close()
        return here

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._pipe = self._process = None
        self._served = 0


class Sandboxes:
    """Several, each used by one thread at a time; closed at the end of `with`."""

    def __init__(self, number: int) -> None:
        self.number = max(number, 1)
        self._all = [Sandbox() for _ in range(self.number)]
        self._free: SimpleQueue[Sandbox] = SimpleQueue()
        for sandbox in self._all:
            self._free.put(sandbox)

    def __enter__(self) -> "Sandboxes":
        return self

    def __exit__(self, *error: object) -> None:
        for sandbox in self._all:
            sandbox.close()

    def parse(
        self, name: str, data: bytes, charset: str | None, url: str | None
    ) -> Any:  # noqa: ANN401 - what the parser of this name returns
        """What a parser finds, once a process is free. Raises Refused."""
        sandbox = self._free.get()
        try:
            return sandbox.parse(name, data, charset, url)
        finally:
            self._free.put(sandbox)


def answer(name: str, data: bytes, charset: str | None, url: str | None) -> object:
    """What a parser finds, or the reason why it finds nothing."""
    try:
        return PARSERS[name](data, charset, url)
    except Refused as error:
        return str(error)
    except MemoryError:
        return "needs more memory than one input may"
    except RecursionError:
        return "nested too deep"
    except Exception as error:  # noqa: BLE001 - others' parsers raise anything
        return f"cannot be read: {type(error).__name__} in its parser"


def serve(descriptor: int, memory: int) -> None:
    """Answer until the other end is closed. Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    _limit(memory)
    pipe: Connection[Any, Any] = Connection(descriptor)
    pipe.send("ready")
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            pipe.send(answer(*pipe.recv()))


def _limit(memory: int) -> None:
    """Cap what may be allocated, where the system can (not on Windows)."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
