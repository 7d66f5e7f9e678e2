"""A server as `onrecord serve` starts it, over a store of its own."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from api.access.keys import Keys, Role
from graph.store import Store
from tests.api.conftest import fill
from tests.api.serving import serving


@dataclass(frozen=True)
class Server:
    """A server that runs: where, and a key."""

    address: str
    key: str
    process: subprocess.Popen[str]


@contextmanager
def seeded(role: Role = Role.WRITE) -> Iterator[Server]:
    """A server over three articles, one of them hostile, that takes writes."""
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        with Store.open(data) as store:
            fill(store)
        key = Keys(data).add("fuzz", role)
        words = ("--data", str(data), "--write", "--rate", "0")
        with serving(*words) as (process, address):
            yield Server(address.rstrip("/"), key, process)
