"""The server as a process of its own, for tests that ask it over the network."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[2]

COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]


@contextmanager
def serving(*words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server on a free port, and the address that it printed."""
    with TemporaryFile("w+") as log:  # a pipe that nobody reads would fill
        server = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", *words],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert server.stdout
        try:
            line = server.stdout.readline()
            address = re.search(r"http://\S+/", line)
            log.seek(0)
            assert address, line + log.read()
            yield server, address[0]
        finally:
            server.terminate()
            server.communicate(timeout=60)
