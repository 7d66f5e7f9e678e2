"""Records that only their owner may read, as a file of the data directory."""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from graph.storage.directory import exists
from ontology.errors import StoreError

R = TypeVar("R", bound=BaseModel)


def load(path: Path | None, kind: type[R]) -> tuple[R, ...]:
    """The records, in the order in which they were saved; none where nothing was.

    Raises StoreError.
    """
    if not path or not path.exists():
        return ()
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return tuple(kind.model_validate(each) for each in found)
    except (OSError, ValueError, TypeError):
        # the reason could quote the file: it is not for a message
        raise StoreError(f"{path} cannot be read") from None


def save(path: Path | None, records: Sequence[BaseModel], *, called: str) -> None:
    """Put records in place of the former ones at once, readable by their owner alone.

    Raises StoreError where there is no data directory for what is `called` so.
    """
    if not path or not exists(path.parent):
        raise StoreError(f"{called} are kept in a data directory: ingest first")
    new = path.with_suffix(".new")
    new.unlink(missing_ok=True)
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY
    with os.fdopen(os.open(new, flags, 0o600), "w") as out:
        json.dump([each.model_dump(mode="json") for each in records], out, indent=1)
    new.replace(path)
