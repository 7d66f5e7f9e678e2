"""Who is told of new claims, of which, and where: a file of the data directory."""

import secrets
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from api import private_records
from api.clock import now
from api.questions import queried
from api.webhooks.signing import new_secret
from extract.fetching.addresses import literal, may_be_asked, network
from ontology.errors import BadInput, NotFound

FILE = "webhooks.json"
"""In the data directory, readable by its owner alone: it holds the secrets."""


class Subscription(BaseModel):
    """A subscription; `query` says of which claims, in the language of `find`.

    `networks` are reached though they are not public: only the command line may
    say so, never a request.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    url: str
    query: str
    secret: str
    created: str
    networks: tuple[str, ...] = ()


class Subscriptions:
    """The subscriptions of a data directory."""

    def __init__(self, data: Path | None) -> None:
        self._path = data / FILE if data else None

    def all(self) -> tuple[Subscription, ...]:
        """All, in the order in which they were added. Raises StoreError."""
        return private_records.load(self._path, Subscription)

    def add(
        self, url: str, query: str, *, networks: tuple[str, ...] = ()
    ) -> Subscription:
        """A new subscription, with its secret. Raises BadInput."""
        queried("query", query)  # so that what cannot be understood is told now
        made = Subscription(
            id=secrets.token_hex(8),
            url=checked(url, networks),
            query=query,
            secret=new_secret(),
            created=now(),
            networks=networks,
        )
        self._write((*self.all(), made))
        return made

    def remove(self, id: str) -> None:
        """End a subscription. Raises NotFound."""
        kept = tuple(each for each in self.all() if each.id != id)
        if len(kept) == len(self.all()):
            raise NotFound(f"no webhook has the id {id!r}")
        self._write(kept)

    def _write(self, several: tuple[Subscription, ...]) -> None:
        private_records.save(self._path, several, called="webhooks")


def checked(url: str, networks: Iterable[str] = ()) -> str:
    """An address that can be sent to. Raises BadInput.

    Where a name leads is found out, and checked, whenever something is sent.

    >>> checked("https://desk.example/claims")
    'https://desk.example/claims'
    """
    host = None
    try:
        parts = urlsplit(url)
        host = literal(parts.hostname or "")
        fits = parts.scheme in ("http", "https") and bool(parts.hostname)
        fits = fits and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        fits = False
    if not fits or not url.isascii() or any(char.isspace() for char in url):
        raise BadInput(
            f"url: {url[:200]!r} is not accepted; accepted: http or https, a host, and"
            " no name or password"
        )
    if host and not may_be_asked(host, map(network, networks)):
        raise BadInput(f"url: {host} is not a public address")
    return url
