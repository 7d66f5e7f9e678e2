"""The store as commands open it."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api.settings import DEFAULT_BASE, DEFAULT_DATA
from api.terminal.options import Base, Data, Scheme, ServerAddress
from graph.storage.remote.address import Address, address
from ontology.errors import InUse

if TYPE_CHECKING:
    from graph.store import Store


@dataclass(frozen=True)
class Stored:
    """Where a store is: all that a command is told of it."""

    data: Data = DEFAULT_DATA
    base: Base = DEFAULT_BASE
    scheme: Scheme = None
    store: ServerAddress = None

    def to_read(self) -> "Store":
        """The store, to be asked: by many commands at once, and beside one that
        writes. Raises StoreError."""
        from graph.store import Store

        topics = tuple(self.scheme or ())
        try:
            return Store.open(
                self.data,
                base=self.base,
                read_only=True,
                topics=topics,
                wait=0,
                server=self._server,
            )
        except InUse:
            return Store.beside_writer(self.data, base=self.base, topics=topics)

    def to_write(self) -> "Store":
        """The store, to be changed; made if there is none. Raises StoreError."""
        from graph.store import Store

        topics = tuple(self.scheme or ())
        return Store.open(self.data, base=self.base, topics=topics, server=self._server)

    def to_mend(self) -> "Store":
        """The store, to be changed. Raises StoreError if there is none yet."""
        from graph.storage.directory import exists, nothing_stored

        if not self.store and not exists(self.data):
            raise nothing_stored(self.data)
        return self.to_write()

    @property
    def _server(self) -> Address | None:
        return address(self.store, os.environ) if self.store else None
