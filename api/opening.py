"""The store as commands open it."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from api.servers import chosen
from ontology.errors import InUse, StoreError

if TYPE_CHECKING:
    from graph.store import Store


def to_read(data: Path, base: str, scheme: Iterable[Path] | None) -> "Store":
    """The store, to be asked: by many commands at once, and beside one that writes.

    Raises StoreError.
    """
    from graph.store import Store

    topics, server = tuple(scheme or ()), chosen()
    try:
        return Store.open(
            data, base=base, read_only=True, topics=topics, wait=0, server=server
        )
    except InUse:
        return Store.beside_writer(data, base=base, topics=topics)


def to_write(data: Path, base: str, scheme: Iterable[Path] | None) -> "Store":
    """The store, to be changed; made if there is none. Raises StoreError."""
    from graph.store import Store

    return Store.open(data, base=base, topics=tuple(scheme or ()), server=chosen())


def to_mend(data: Path, base: str, scheme: Iterable[Path] | None) -> "Store":
    """The store, to be changed. Raises StoreError if there is none yet."""
    from graph.storage.directory import exists

    if not chosen() and not exists(data):
        raise StoreError(f"nothing is stored in {data} yet")
    return to_write(data, base, scheme)
