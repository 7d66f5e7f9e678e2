"""What each error that users meet comes to: a status, and what goes with it."""

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from api.access.rights import Forbidden, Unauthorized, WrongKey
from api.http.refusals import Busy, NotAllowed, TooBig, TooMany, TooSlow
from api.jobs.queue import QueueFull
from api.operating.preparation import NotYet
from api.problems.documents import FieldError
from api.sparql.formats import NotAcceptable
from api.sparql.pool import TooLarge, TooLong
from api.sparql.protocol import Malformed, WrongMediaType
from api.sparql.update import Kept
from ontology.errors import BadInput, NotFound, OnRecordError, StoreError

STATUSES: dict[type[OnRecordError], int] = {
    NotFound: 404,
    BadInput: 422,
    StoreError: 503,
    Malformed: 400,
    NotAllowed: 400,
    Unauthorized: 401,
    Forbidden: 403,
    NotAcceptable: 406,
    Kept: 409,
    TooSlow: 408,
    TooBig: 413,
    WrongMediaType: 415,
    TooMany: 429,
    NotYet: 503,
    QueueFull: 429,
    Busy: 503,
    TooLong: 504,
    TooLarge: 507,
}
"""The status of each error that users meet; of a subclass, its parent's."""

_PASSWORD = 'Basic realm="key as password"'

HEADERS: dict[int, dict[str, str]] = {
    401: {"www-authenticate": f"Bearer, {_PASSWORD}"},
    429: {"retry-after": "60"},
    503: {"retry-after": str(Busy.RETRY_AFTER)},
}
"""What goes with a status, where an error has nothing better to say."""

_NAMED = re.compile(r"([a-z][a-z_-]*): ")
"""How what is wrong with a field begins: with its name."""


@dataclass(frozen=True)
class Failure:
    """What is told of an error; its `headers` go before those of its status."""

    status: int
    detail: str
    errors: tuple[FieldError, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def failure(error: Exception) -> Failure:
    """What is told of an error: of a bug, nothing of what it is."""
    if not isinstance(error, OnRecordError):
        return Failure(500, "something failed here; the server's log says what")
    return Failure(_status(error), str(error), _field(error), _headers(error))


def _status(error: OnRecordError) -> int:
    kinds = (kind for kind in type(error).__mro__ if kind in STATUSES)
    return next((STATUSES[kind] for kind in kinds), 500)


def _field(error: OnRecordError) -> tuple[FieldError, ...]:
    named = _NAMED.match(str(error)) if isinstance(error, BadInput) else None
    return (FieldError(field=named[1], detail=str(error)),) if named else ()


def _headers(error: OnRecordError) -> dict[str, str]:
    if isinstance(error, TooMany):
        return {"retry-after": str(math.ceil(error.seconds))}
    if isinstance(error, WrongKey):  # unlike one who brings none (RFC 6750, 3.1)
        return {"www-authenticate": f'Bearer error="invalid_token", {_PASSWORD}'}
    return {}
