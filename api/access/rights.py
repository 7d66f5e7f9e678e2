"""Who may do what: reading is open or by key, writing always by key.

A key comes in `Authorization: Bearer KEY`, never in an address: addresses are
logged. To read, browsers may give it as the password of Basic authentication; to
write not, since they add that to what other sites make them send. Every write is
noted in the data directory, with the name of its key.
"""

import base64
import binascii
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, TypeAlias

from fastapi import Depends, Request

from api.access.keys import Key, Keys, Role
from api.clock import now
from graph.store import Store
from ontology.errors import OnRecordError

AUDIT = "audit.jsonl"
"""In the data directory: one line a write."""

READING = ("GET", "HEAD")
"""The methods that change nothing."""

BEARER = "bearer"
"""How keys come: the scheme in `Authorization` (RFC 6750), whose case is free."""


class Unauthorized(OnRecordError):
    """A key is needed, and none that opens this was given."""


class WrongKey(Unauthorized):
    """The key that was given is not known, or was revoked."""


class Forbidden(OnRecordError):
    """The key may not do this, or this server does not do it at all."""


def key_of(request: Request) -> Key | None:
    """The key that a request brings, or None. Raises WrongKey."""
    given = request.headers.get("authorization")
    if given is None:
        return None
    scheme, _, secret = given.partition(" ")
    keys = request.app.state.keys
    assert isinstance(keys, Keys)
    if scheme.lower() == "basic" and request.method in READING:
        secret = _password(secret)
    elif scheme.lower() != BEARER:
        secret = ""
    key = keys.of(secret.strip())
    if key is None:
        raise WrongKey("the key is not known, or was revoked")
    return key


def _password(credentials: str) -> str:
    """The password of Basic authentication (RFC 7617); empty where there is none."""
    try:
        return base64.b64decode(credentials).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""


@dataclass(frozen=True)
class Holder:
    """Who asks with a key that may do what is asked."""

    key: Key
    request: Request

    def note(self, done: str) -> None:
        """Note a write that was done, in words that hold nothing secret."""
        request = self.request
        directory = request.app.state.store.directory
        if directory is None:
            return
        line = {
            "at": now(),
            "key": self.key.name,
            "from": request.client.host if request.client else None,
            "request": request.state.request_id,
            "done": done,
        }
        with (directory.path / AUDIT).open("a", encoding="utf-8") as out:
            out.write(json.dumps(line) + "\n")


def _needs(role: Role) -> Callable[[Request], Holder]:
    def check(request: Request) -> Holder:
        key = key_of(request)
        if key is None:
            raise Unauthorized("a key is needed: Authorization: Bearer KEY")
        if key.role < role:
            raise Forbidden(f"the key {key.name!r} may {key.role}, not {role}")
        return Holder(key, request)

    return check


async def may_read(request: Request) -> None:
    """Let reading pass, if need be with a key. Raises Unauthorized.

    Where reading is open a wrong key is refused, too: whoever sends one relies on
    it. A password may be meant for a proxy on the way, and is passed over.
    A coroutine: for a function FastAPI would go to a thread and back.
    """
    if request.app.state.settings.read_by_key:
        _needs(Role.READ)(request)
    elif request.headers.get("authorization", "").lower().startswith(BEARER):
        key_of(request)


def may_write(request: Request) -> Holder:
    """Who may write. Raises Unauthorized or Forbidden."""
    holder = _needs(Role.WRITE)(request)
    store = request.app.state.store
    assert isinstance(store, Store)
    if store.read_only:
        raise Forbidden("this server only reads; start it with `serve --write`")
    return holder


Writer: TypeAlias = Annotated[Holder, Depends(may_write)]


def may_manage(request: Request) -> Holder:
    """Who may manage. Raises Unauthorized or Forbidden."""
    return _needs(Role.ADMIN)(request)


Manager: TypeAlias = Annotated[Holder, Depends(may_manage)]
