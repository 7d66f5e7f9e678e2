"""Where jobs are kept: a folder each, with its record and the files it was given."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from api.jobs.job import Job

RECORD = "job.json"
INPUTS = "inputs"

NAME = 80
"""Longest name of a file, in characters, of which the end is kept."""

_UNSAFE = re.compile(r"[^\w.-]+|^\.+")


class JobFolder:
    """The folder of one job."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.inputs = path / INPUTS

    def make(self) -> None:
        """Make the folder, for its owner alone to read."""
        self.path.mkdir(mode=0o700, parents=True)
        self.inputs.mkdir()

    def add(self, number: int, name: str, stream: IO[bytes]) -> str:
        """Keep a file under a name that leads nowhere else; returns that name."""
        safe = f"{number:03}-{_safe(name)}"
        with (self.inputs / safe).open("xb") as out:
            shutil.copyfileobj(stream, out)
        return safe

    def files(self) -> list[Path]:
        """The files, in the order given."""
        return sorted(self.inputs.iterdir()) if self.inputs.is_dir() else []

    def save(self, job: Job) -> None:
        """Keep the record, in place of the former one at once."""
        new = self.path / f"{RECORD}.new"
        new.write_text(job.model_dump_json(), encoding="utf-8")
        new.replace(self.path / RECORD)

    def forget_inputs(self) -> None:
        """Let go of the files of a job that is over."""
        shutil.rmtree(self.inputs, ignore_errors=True)


def kept(folder: Path) -> Iterator[Job]:
    """The jobs of a folder that can be read, the oldest first."""
    found = []
    for record in folder.glob(f"*/{RECORD}"):
        try:
            found.append(Job.model_validate_json(record.read_text(encoding="utf-8")))
        except (OSError, ValidationError, UnicodeDecodeError):
            continue  # half a record: a kill between making the folder and saving
    yield from sorted(found, key=lambda job: (job.created, job.id))


def _safe(name: str) -> str:
    """A file's own name, without the folders that it claims to be in.

    >>> _safe("../../etc/passwd"), _safe("a b.html"), _safe("..")
    ('passwd', 'a-b.html', 'file')
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    return _UNSAFE.sub("-", last).strip("-")[-NAME:] or "file"
