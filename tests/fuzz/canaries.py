"""A port that must hear nothing, and a file that nobody may read."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.fuzz.queries import SECRET


@dataclass(frozen=True)
class Canaries:
    """Where the port and the file are, as IRIs."""

    port: str
    file: str
    listening: socket.socket

    @property
    def heard(self) -> bool:
        """Whether anybody has connected to the port."""
        try:
            self.listening.accept()
        except BlockingIOError:
            return False
        return True


@contextmanager
def canaries(folder: Path) -> Iterator[Canaries]:
    """Canaries in this folder and on this machine."""
    file = folder / "canary.ttl"
    file.write_text(f'<http://a/> <http://a/> "{SECRET}" .')
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        port = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        yield Canaries(port, file.as_uri(), listening)
