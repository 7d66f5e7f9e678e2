"""API keys: who may do what over HTTP. Only hashes of them are kept.

A key is 32 random bytes, so that a plain hash of it cannot be guessed back. The
file is read again when it changes: a key that is revoked ends at once.
"""

import hashlib
import hmac
import re
import secrets
from enum import IntEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from api import private_records
from api.clock import now
from ontology.errors import BadInput, NotFound

FILE = "keys.json"
"""In the data directory, readable by its owner alone."""

PREFIX = "onrecord_"
"""What keys begin with, so that tools find one that went astray."""

_NAME = re.compile(r"[\w.@-]{1,64}")


class Role(IntEnum):
    """What a key may do; each role may do what those before it may."""

    READ = 1
    WRITE = 2
    ADMIN = 3

    @classmethod
    def named(cls, name: str) -> "Role":
        """The role. Raises BadInput naming all."""
        if name.upper() not in cls.__members__:
            raise BadInput(f"role: {name!r} is not known; accepted: read, write, admin")
        return cls[name.upper()]

    def __str__(self) -> str:
        return self.name.lower()


class Key(BaseModel):
    """A key as it is kept: without what opens the door."""

    model_config = ConfigDict(frozen=True)

    name: str
    role: Role
    hash: str
    created: str
    revoked: str | None = None


class Keys:
    """The keys of a data directory."""

    def __init__(self, data: Path | None) -> None:
        self._path = data / FILE if data else None
        self._read: tuple[int, tuple[Key, ...]] = (0, ())

    def all(self) -> tuple[Key, ...]:
        """All keys, in the order in which they were added. Raises StoreError."""
        stamp = self._stamp()
        if stamp != self._read[0]:
            self._read = stamp, private_records.load(self._path, Key)
        return self._read[1]

    def add(self, name: str, role: Role) -> str:
        """A new key under this name: the only time that it is told."""
        if not _NAME.fullmatch(name):
            accepted = "up to 64 letters, digits and . _ @ -"
            raise BadInput(f"name: {name!r} is not accepted; accepted: {accepted}")
        if any(key.name == name and not key.revoked for key in self.all()):
            raise BadInput(f"name: {name!r} has a key; revoke it first")
        secret = PREFIX + secrets.token_urlsafe(32)
        key = Key(name=name, role=role, hash=_hashed(secret), created=now())
        self._write((*self.all(), key))
        return secret

    def revoke(self, name: str) -> None:
        """Let the key of this name open nothing any more. Raises NotFound."""
        live = [key for key in self.all() if key.name == name and not key.revoked]
        if not live:
            raise NotFound(f"no key has the name {name!r}")
        ended = live[0].model_copy(update={"revoked": now()})
        self._write(tuple(ended if key is live[0] else key for key in self.all()))

    def of(self, secret: str) -> Key | None:
        """The key that this is, unless it is revoked.

        All are compared, each in constant time: how long it takes tells nothing.
        """
        given = _hashed(secret)
        found = [key for key in self.all() if hmac.compare_digest(key.hash, given)]
        return next((key for key in found if not key.revoked), None)

    def _stamp(self) -> int:
        try:
            return self._path.stat().st_mtime_ns if self._path else 0
        except FileNotFoundError:
            return 0

    def _write(self, keys: tuple[Key, ...]) -> None:
        private_records.save(self._path, keys, called="keys")


def _hashed(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
