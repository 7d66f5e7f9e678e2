"""SPARQL servers that tests start, restart and stop: real ones, on this machine."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from graph.storage.remote.address import Address, address

_START_SECONDS = 300.0
"""A busy machine takes most of a minute to make an empty database."""

_VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
TransactionFile = {folder}/virtuoso.trx
LockFile = {folder}/virtuoso.lck
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{admin}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = {rows}
"""


@dataclass
class Server:
    """A server of the test's own, its data in a folder."""

    name: str
    folder: Path
    port: int
    admin: int = 0
    process: subprocess.Popen[bytes] | None = None
    rows: int = 1_000_000
    """The most rows that Virtuoso returns."""

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def given(self) -> str:
        """The address as a user gives it."""
        paths = {"oxigraph": "/query?graphs=/store", "virtuoso": "/sparql"}
        return f"sparql+http://{self.host}{paths[self.name]}"

    @property
    def address(self) -> Address:
        return address(self.given, {})

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = self._oxigraph() if self.name == "oxigraph" else self._virtuoso()
        with (self.folder / "output.txt").open("ab") as output:
            self.process = subprocess.Popen(command, stdout=output, stderr=output)
        self._wait()

    def stop(self) -> None:
        """End it as a restart does: what it has acknowledged it keeps."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """End it at once: nothing is asked of it any more."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process:
            self.process.send_signal(how)
            self.process.wait()
            self.process = None
        (self.folder / "virtuoso.lck").unlink(missing_ok=True)

    def _oxigraph(self) -> list[str]:
        program = str(Path(sys.executable).with_name("oxigraph"))
        data = str(self.folder / "data")
        return [program, "serve", "-l", data, "-b", self.host, "--union-default-graph"]

    def _virtuoso(self) -> list[str]:
        settings = self.folder / "virtuoso.ini"
        values = {"folder": self.folder, "admin": self.admin, "port": self.port}
        settings.write_text(_VIRTUOSO_INI.format(**values, rows=self.rows))
        return ["virtuoso-t", "+configfile", str(settings), "+foreground"]

    def _wait(self) -> None:
        deadline = time.monotonic() + _START_SECONDS
        assert self.process
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                params = {"query": "ASK {}"}
                if httpx.get(self.address.query, params=params).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
        output = (self.folder / "output.txt").read_text(errors="replace")
        pytest.fail(f"{self.name} does not start: {output[-1000:]}")


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """Oxigraph's server: the package `oxigraph`."""
    server = Server("oxigraph", folder, _free_port())
    try:
        server.start()
        yield server
    finally:
        server.kill()


@contextmanager
def virtuoso(folder: Path, *, rows: int = 1_000_000) -> Iterator[Server]:
    """Virtuoso, whose anonymous user may write; skips where it is not installed."""
    if not shutil.which("virtuoso-t"):
        reason = "Virtuoso is not installed (Debian: virtuoso-opensource-7-bin)"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}: see .ci/servers")
        pytest.skip(reason)
    server = Server("virtuoso", folder, _free_port(), _free_port(), rows=rows)
    try:
        server.start()
        grant = 'GRANT SPARQL_UPDATE TO "SPARQL";'
        login = [f"127.0.0.1:{server.admin}", "dba", "dba", f"exec={grant} checkpoint;"]
        subprocess.run(["isql-vt", *login], check=True, capture_output=True)
        yield server
    finally:
        server.kill()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
