"""What was begun at the server, kept on disk here until the server says it is done.

A process that is killed in the middle of a write, while the server is away, finds what
it owes when it opens the store again.
"""

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path


class Outbox:
    """The updates of one write, in a folder that one writer at a time uses."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "pending.json"
        folder.mkdir(parents=True, exist_ok=True)

    def send(self, updates: list[str], send: Callable[[str], None]) -> None:
        """Send the updates in order; keep them if that fails."""
        new = self._path.with_suffix(".new")
        with new.open("w", encoding="utf-8") as file:
            json.dump(updates, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._path)
        self._send(updates, send)

    def resend(self, send: Callable[[str], None]) -> None:
        """Send what was kept, if anything was."""
        if self._path.exists():
            self._send(json.loads(self._path.read_text(encoding="utf-8")), send)

    def _send(self, updates: Iterable[str], send: Callable[[str], None]) -> None:
        for update in updates:
            send(update)
        self._path.unlink()
