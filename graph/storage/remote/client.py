"""Requests to a SPARQL server, retried while that may help."""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from graph.storage.remote.address import Address
from ontology.errors import StoreError

try:
    import httpx
except ImportError:  # the extra is not installed
    raise StoreError(
        "a store on a server needs more: pip install 'onrecord[server]'"
    ) from None

from graph.storage.remote.credentials import Credentials
from graph.storage.remote.received import Answer, check_whole, results

T = TypeVar("T")

Form: TypeAlias = Mapping[str, Sequence[str]]

NO_GRAPHS: Form = MappingProxyType({})
"""No `default-graph-uri` and no `named-graph-uri`: what the server has by default."""

PATIENCE = 300.0
"""Seconds in which a server that has answered before is tried again: a restart."""

FIRST_PATIENCE = 10.0
"""Seconds in which one is that never has: the address may be wrong."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 4.0

RESULTS, TRIPLES = "application/sparql-results+json", "application/n-triples"

MOST = 4 << 30
"""Bytes of an answer: what is read of a large store at once is far less."""


class Refused(StoreError):
    """The server does not understand what it is asked (status 400)."""


class Late(StoreError):
    """The answer takes longer than it may."""


class TooMuch(StoreError):
    """The answer is larger than it may be."""


@dataclass(frozen=True)
class Limits:
    """What an answer may take: seconds, bytes, and the seconds of its being waited
    for where nobody answers."""

    seconds: float = 300.0
    most: int = MOST
    patience: float = PATIENCE


class Client:
    """One server. Safe to use from several threads."""

    def __init__(self, address: Address, limits: Limits | None = None) -> None:
        self.address, self._limits = address, limits or Limits()
        self._reached = False
        self._http = httpx.Client(
            timeout=httpx.Timeout(self._limits.seconds, connect=10.0),
            auth=Credentials(address) if address.user else None,
            headers={"User-Agent": "onrecord"},
        )

    def select(self, query: str) -> ox.QuerySolutions:
        """The rows of a SELECT. Raises StoreError."""
        found = self.ask(query)
        if isinstance(found, ox.QueryBoolean):
            place = self.address.query
            raise StoreError(f"{place} answers yes or no where rows are due")
        return found

    def ask(
        self, query: str, graphs: Form = NO_GRAPHS
    ) -> ox.QuerySolutions | ox.QueryBoolean:
        """The results of a SELECT or an ASK, over these graphs of the protocol.

        Raises StoreError.
        """
        answer = self._asked(query, RESULTS, graphs)
        return self._parsed(lambda: results(answer))

    def triples(self, query: str, graphs: Form = NO_GRAPHS) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE. Raises StoreError."""
        answer, form = self._asked(query, TRIPLES, graphs), ox.RdfFormat.N_TRIPLES
        quads = self._parsed(lambda: list(ox.parse(answer.body, form)))
        self._parsed(lambda: check_whole(answer, len(quads)))
        return [quad.triple for quad in quads]

    def update(self, text: str, *, again: bool = True) -> None:
        """Run an update; not `again` if doing it twice is not doing it once.

        Raises StoreError.
        """
        form = {"update": [text]}
        self._sent(lambda: self._post(self.address.update, form, "*/*"), again=again)

    def put(self, endpoint: str, graph: str, triples: bytes) -> None:
        """Put N-Triples in place of a graph by the Graph Store protocol.

        Raises StoreError.
        """
        kind = {"Content-Type": TRIPLES}
        self._sent(
            lambda: self._received(
                self._http.build_request(
                    "PUT",
                    endpoint,
                    params={"graph": graph},
                    content=triples,
                    headers=kind,
                )
            )
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _asked(self, query: str, accept: str, graphs: Form) -> Answer:
        form = {"query": [query], **graphs}
        answer = self._sent(lambda: self._post(self.address.query, form, accept))
        found = answer.headers.get("content-type", "").partition(";")[0]
        if found != accept:
            raise StoreError(f"{self.address.query} answers in {found!r}, not {accept}")
        return answer

    def _post(self, url: str, form: Form, accept: str) -> Answer:
        # as a form: Virtuoso 7 may never answer a query that is the body itself
        headers = {"Accept": accept}
        request = self._http.build_request("POST", url, data=form, headers=headers)
        return self._received(request)

    def _received(self, request: httpx.Request) -> Answer:
        """What comes back, as far as there is time and room for it."""
        deadline = time.monotonic() + self._limits.seconds
        response = self._http.send(request, stream=True)
        with closing(response):
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > self._limits.most:
                    raise TooMuch(f"more than {self._limits.most} bytes are answered")
                if time.monotonic() > deadline:
                    raise httpx.ReadTimeout("the answer takes too long")
            return Answer(response.status_code, response.headers, bytes(body))

    def _sent(self, send: Callable[[], Answer], *, again: bool = True) -> Answer:
        """The answer, once there is one; tried again while that may help.

        Not `again`: only where the server cannot have done what it was asked.
        """
        patience = self._limits.patience
        if not self._reached:
            patience = min(patience, FIRST_PATIENCE)
        deadline, pause = time.monotonic() + patience, _FIRST_PAUSE
        while isinstance(found := _attempt(send), _Miss):
            hopeless = not (again or found.unsent)
            if hopeless or time.monotonic() + pause > deadline:
                kind = Late if found.late else StoreError
                raise kind(f"{self.address.query} cannot be reached: {found.reason}")
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        self._reached = True
        return self._checked(found)

    def _checked(self, answer: Answer) -> Answer:
        if not 200 <= answer.status < 300:
            kind = Refused if answer.status == 400 else StoreError
            raise kind(f"{self.address.query}: {answer.reason}")
        if state := answer.headers.get("x-sql-state"):
            raise StoreError(f"{self.address.query} gave up half-way ({state})")
        return answer

    def _parsed(self, parse: Callable[[], T]) -> T:
        try:
            return parse()
        except (SyntaxError, ValueError) as error:
            place = self.address.query
            raise StoreError(f"{place} broke off its answer: {error}") from error


@dataclass(frozen=True)
class _Miss:
    """Why an attempt gave no answer, or none that will last.

    `late` if the answer took too long, `unsent` if the server was never reached.
    """

    reason: str
    late: bool = False
    unsent: bool = False


def _attempt(send: Callable[[], Answer]) -> Answer | _Miss:
    try:
        answer = send()
    except httpx.TransportError as error:
        return _Miss(
            str(error) or type(error).__name__,
            late=isinstance(error, httpx.ReadTimeout),
            unsent=isinstance(error, httpx.ConnectError),
        )
    return _Miss(answer.reason) if answer.passes else answer
