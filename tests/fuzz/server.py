"""A server as `onrecord serve` starts it, over a store of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from api.keys import Keys, Role
from graph.store import Store
from tests.api.conftest import fill

ROOT = Path(__file__).parents[2]

COMMAND = [sys.executable, "-c", "from api.cli import main; main()"]


@dataclass(frozen=True)
class Server:
    """A server that runs: where, over what, and a key that may write."""

    address: str
    data: Path
    key: str
    process: subprocess.Popen[str]


@contextmanager
def seeded(*words: str) -> Iterator[Server]:
    """A server over three articles, one of them hostile, that takes writes."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with Store.open(data) as store:
            fill(store)
        key = Keys(data).add("fuzz", Role.WRITE)
        with started(data, "--write", "--rate", "0", *words) as (process, address):
            yield Server(address, data, key, process)


@contextmanager
def started(data: Path, *words: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server on a free port, and the address that it printed."""
    told = data.parent / "server.log"
    with told.open("w") as log:
        process = subprocess.Popen(
            [*COMMAND, "serve", "--port", "0", "--data", str(data), *words],
            cwd=ROOT,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdout
        try:
            address = re.search(r"http://\S+(?=/)", process.stdout.readline())
            assert address, told.read_text()
            yield process, address[0]
        finally:
            process.terminate()
            process.communicate(timeout=60)
