"""Who has a data directory open: many readers, or one writer, whom the lock names."""

import fcntl
import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from ontology.errors import InUse, StoreError

_POLL_SECONDS = 0.05
"""Between two attempts of one who waits."""


@dataclass(frozen=True)
class Holder:
    """The process that writes to a data directory."""

    pid: int
    command: str
    since: str

    def __str__(self) -> str:
        return f"{self.command!r} (process {self.pid}, since {self.since})"


class Lock:
    """A data directory's lock: many readers, or one writer, which it names.

    The kernel lets go of it when the process ends, however that comes about.
    """

    def __init__(self, path: Path, *, shared: bool = False, wait: float = 0) -> None:
        self._path = path
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._file: IO[str] = (path / "lock").open("a+", encoding="utf-8")
        except OSError as error:
            raise StoreError(f"{path} cannot be opened: {error.strerror}") from error
        self._acquire(fcntl.LOCK_SH if shared else fcntl.LOCK_EX, wait)
        if not shared:
            self._sign(_this_process())

    def release(self) -> None:
        """Let go of the directory."""
        with suppress(OSError):  # a full disk must not keep the lock
            self._file.truncate(0)
        self._file.close()

    def _acquire(self, kind: int, wait: float) -> None:
        deadline = time.monotonic() + wait
        while not self._attempt(kind):
            if time.monotonic() >= deadline:
                message = f"{self._path} is in use by {holder(self._path)}"
                self._file.close()
                raise InUse(f"{message}; try again when it is done")
            time.sleep(_POLL_SECONDS)

    def _attempt(self, kind: int) -> bool:
        try:
            fcntl.flock(self._file, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _sign(self, holder: Holder) -> None:
        self._file.truncate(0)
        self._file.write(json.dumps(asdict(holder)))
        self._file.flush()


def holder(path: Path) -> Holder | str:
    """Who writes to a directory, as its lock says; readers do not sign."""
    try:
        return Holder(**json.loads((path / "lock").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return "another command that reads it"


def _this_process() -> Holder:
    command = " ".join([Path(sys.argv[0]).name, *sys.argv[1:]])[:200]
    since = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
    return Holder(pid=os.getpid(), command=command, since=since)
