"""The data directory: what lies in it, and of which format.

onrecord-data/
├── onrecord.json   the format's version, the base IRI, and the server if there is one
├── lock            held while the directory is open; names the writer
├── graph/          the RDF store: the truth
├── claims.sqlite   the read model, derived from it
└── outbox/         in place of graph/ where a server has the RDF: what it is owed
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.storage.migrations import MIGRATIONS, Migration
from ontology.errors import StoreError

MARK = "onrecord.json"
"""The file that makes a folder a data directory."""

FORMAT = 2
"""The version that this program writes; it migrates older ones, refuses newer."""


@dataclass(frozen=True)
class Directory:
    """A data directory that has been checked, with the base IRI of its data.

    `server` is the address of the RDF where a server has it.
    """

    path: Path
    base: str
    server: str | None = None

    @property
    def graph(self) -> Path:
        """The RDF store."""
        return self.path / "graph"

    @property
    def read_model(self) -> Path:
        """The read model."""
        return self.path / "claims.sqlite"

    @property
    def outbox(self) -> Path:
        """What a server is owed."""
        return self.path / "outbox"


def exists(path: Path) -> bool:
    """Whether this is a data directory."""
    return (path / MARK).is_file()


def nothing_stored(path: Path) -> StoreError:
    """The error of a directory that is yet to be made."""
    return StoreError(f"nothing is stored in {path} yet: ingest articles first")


def prepare(path: Path, base: str, *, server: str | None = None) -> Directory:
    """The data directory, made if there is none, of an older format brought to the
    current one. The caller holds its lock, alone.

    Raises StoreError if it is another kind of folder, of a newer format, or
    holds data under another base or of another server.
    """
    if not exists(path):
        path.mkdir(parents=True, exist_ok=True)
        strange = {entry.name for entry in path.iterdir()} - {"lock"}
        if strange:
            raise StoreError(
                f"{path} is not a data directory: it holds {min(strange)!r}"
                f" and no {MARK}; choose an empty or a new folder"
            )
        _write(Directory(path, base, server), FORMAT)
    directory = check(path, base, server=server)
    migrate(directory, version(path))
    return directory


def version(path: Path) -> int:
    """The version of a data directory's format. Raises StoreError."""
    return _mark(path)[0]


def check(
    path: Path, base: str | None = None, *, server: str | None = None
) -> Directory:
    """The data directory as it is, under any base for None.

    Raises StoreError, also if its format is newer than this program.
    """
    format, own, at = _mark(path)
    if format > FORMAT:
        raise StoreError(
            f"{path} is of format {format}; this version of onrecord reads up to"
            f" {FORMAT}: use a newer onrecord"
        )
    if base not in (None, own):
        raise StoreError(f"{path} holds data under {own}, not {base}; open it as that")
    directory = Directory(path, own, at)
    if directory.server != server:
        raise StoreError(
            f"{path} belongs to {_whose(directory)}: choose another folder"
        )
    return directory


def _mark(path: Path) -> tuple[int, str, str | None]:
    """The format, the base and the server that the mark names."""
    try:
        found = json.loads((path / MARK).read_text(encoding="utf-8"))
        return int(found["format"]), str(found["base"]), found.get("server")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{path / MARK} cannot be read: {error}") from error


def _whose(directory: Directory) -> str:
    return f"the store at {directory.server}" if directory.server else "its own store"


def migrate(
    directory: Directory, version: int, steps: Mapping[int, Migration] = MIGRATIONS
) -> None:
    """Bring a directory of an older version to the current one, step by step.

    Each step is recorded when done, so that one that was cut short is done again.
    Raises StoreError if the version is too old for any step, or a server has the
    graphs, which others may still write to in the older one.
    """
    path = directory.path
    if version < FORMAT and directory.server:
        raise StoreError(
            f"{path} and its server hold graphs of format {version}: export them with"
            " the onrecord that wrote them, and load them into a new store"
        )
    for older in range(version, FORMAT):
        if older not in steps:
            raise StoreError(
                f"{path} is of format {older}, which cannot be migrated: export it with"
                " the onrecord that wrote it, and load that into a new directory"
            )
        steps[older](path)
        _write(directory, older + 1)


def _write(directory: Directory, version: int) -> None:
    said = {"format": version, "base": directory.base}
    if directory.server:
        said["server"] = directory.server
    new = directory.path / f"{MARK}.new"
    new.write_text(json.dumps(said) + "\n", "utf-8")
    new.replace(directory.path / MARK)
