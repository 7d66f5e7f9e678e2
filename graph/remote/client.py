"""Requests to a SPARQL server: retried, and believed only when they check out.

A status of 200 is not enough. Virtuoso ends a query at its time limit with 200 and a
header `X-SQL-State`; it cuts rows at its limit (`X-SPARQL-MaxRows`); Oxigraph's server
ends one with 200 and half a body. All these are errors here.
"""

import time
from collections.abc import Callable, Generator
from typing import TypeVar

import pyoxigraph as ox

from graph.remote.address import Address
from ontology.errors import StoreError

try:
    import httpx
except ImportError:  # the extra is not installed
    raise StoreError(
        "a store on a server needs more: pip install 'onrecord[server]'"
    ) from None

T = TypeVar("T")

PATIENCE = 60.0
"""Seconds in which a server that does not answer is tried again: a restart."""

_FIRST_PAUSE, _LONGEST_PAUSE = 0.1, 4.0

_TIMEOUT = httpx.Timeout(300.0, connect=10.0)
"""Seconds for an answer: a scan of a large store takes minutes."""

_PASSING = {429, 502, 503, 504}
"""Statuses that may be others in a moment."""

_DEADLOCK = "40001"
"""The SQL state of a transaction that is to be tried again."""

_ASKED = "__ASK_RETVAL"
"""The variable as which Virtuoso answers ASK in JSON: no row is no."""

RESULTS, TRIPLES = "application/sparql-results+json", "application/n-triples"


class Refused(StoreError):
    """The server does not understand what it is asked (status 400)."""


class Client:
    """One server. Safe to use from several threads."""

    def __init__(self, address: Address, *, patience: float = PATIENCE) -> None:
        self.address = address
        self._patience = patience
        self._http = httpx.Client(
            timeout=_TIMEOUT,
            auth=Credentials(address) if address.user else None,
            headers={"User-Agent": "onrecord"},
        )

    def select(self, query: str) -> ox.QuerySolutions:
        """The rows of a SELECT. Raises StoreError."""
        results = self.ask(query)
        if isinstance(results, ox.QueryBoolean):
            raise StoreError(
                f"{self.address.query} answers yes or no where rows are due"
            )
        return results

    def ask(self, query: str) -> ox.QuerySolutions | ox.QueryBoolean:
        """The results of a SELECT or an ASK. Raises StoreError."""
        response = self._asked(query, RESULTS)
        return self._parsed(lambda: _results(response))

    def triples(self, query: str) -> list[ox.Triple]:
        """The triples of a CONSTRUCT or DESCRIBE. Raises StoreError."""
        response = self._asked(query, TRIPLES)
        form = ox.RdfFormat.N_TRIPLES
        quads = self._parsed(lambda: list(ox.parse(response.content, form)))
        return [quad.triple for quad in quads]

    def update(self, text: str, *, again: bool = True) -> None:
        """Run an update; not `again` if doing it twice is not doing it once.

        Raises StoreError.
        """
        self._post(self.address.update, {"update": text}, "*/*", again=again)

    def put(self, endpoint: str, graph: str, triples: bytes) -> None:
        """Put N-Triples in place of a graph by the Graph Store protocol.

        Raises StoreError.
        """
        self._sent(
            lambda: self._http.put(
                endpoint,
                params={"graph": graph},
                content=triples,
                headers={"Content-Type": TRIPLES},
            )
        )

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _asked(self, query: str, accept: str) -> httpx.Response:
        response = self._post(self.address.query, {"query": query}, accept)
        found = response.headers.get("content-type", "").partition(";")[0]
        if found != accept:
            raise StoreError(f"{self.address.query} answers in {found!r}, not {accept}")
        return response

    def _post(
        self, url: str, form: dict[str, str], accept: str, *, again: bool = True
    ) -> httpx.Response:
        # as a form: Virtuoso 7 may never answer a query that is the body itself
        headers = {"Accept": accept}
        return self._sent(
            lambda: self._http.post(url, data=form, headers=headers), again=again
        )

    def _sent(
        self, send: Callable[[], httpx.Response], *, again: bool = True
    ) -> httpx.Response:
        """The answer, once there is one; tried again while that may help."""
        deadline, pause = time.monotonic() + self._patience, _FIRST_PAUSE
        while True:
            try:
                response = send()
                if response.status_code not in _PASSING and not _deadlocked(response):
                    return self._checked(response)
                reason = _reason(response)
            except httpx.TransportError as error:
                again = again or isinstance(error, httpx.ConnectError)
                reason = str(error) or type(error).__name__
            if not again or time.monotonic() + pause > deadline:
                raise StoreError(f"{self.address.query} cannot be reached: {reason}")
            time.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)

    def _checked(self, response: httpx.Response) -> httpx.Response:
        state = response.headers.get("x-sql-state")
        if not response.is_success:
            kind = Refused if response.status_code == 400 else StoreError
            raise kind(f"{self.address.query}: {_reason(response)}")
        if state:
            raise StoreError(f"{self.address.query} gave up half-way ({state})")
        return response

    def _parsed(self, parse: Callable[[], T]) -> T:
        try:
            return parse()
        except (SyntaxError, ValueError) as error:
            raise StoreError(
                f"{self.address.query} broke off its answer: {error}"
            ) from error


class Credentials(httpx.Auth):
    """A name and a password, sent as the server asks: Basic, or Digest (RFC 7616)."""

    def __init__(self, address: Address) -> None:
        self._pair = address.user, address.password
        self._chosen: httpx.Auth | None = None

    def auth_flow(
        self, request: httpx.Request
    ) -> Generator[httpx.Request, httpx.Response, None]:
        """The request as it is; from the first challenge on, with credentials."""
        if self._chosen is None:
            response = yield request
            if response.status_code != 401:
                return
            asked = response.headers.get("www-authenticate", "").lower()
            digest = asked.startswith("digest")
            kind = httpx.DigestAuth if digest else httpx.BasicAuth
            self._chosen = kind(*self._pair)
        yield from self._chosen.auth_flow(request)


def _results(response: httpx.Response) -> ox.QuerySolutions | ox.QueryBoolean:
    body, form = response.content, ox.QueryResultsFormat.JSON
    checked = ox.parse_query_results(body, form)
    if isinstance(checked, ox.QueryBoolean):
        return checked
    # to the end: that half a body came shows nowhere else
    rows = sum(1 for _ in checked)
    if [each.value for each in checked.variables] == [_ASKED]:
        answer = b"true" if rows else b"false"
        return ox.parse_query_results(b'{"head":{},"boolean":%s}' % answer, form)
    most = response.headers.get("x-sparql-maxrows")
    if most and rows >= int(most):
        raise ValueError(f"its limit is {most} rows (ResultSetMaxRows)")
    return ox.parse_query_results(body, form)


def _deadlocked(response: httpx.Response) -> bool:
    return response.status_code >= 400 and _DEADLOCK in response.text[:200]


def _reason(response: httpx.Response) -> str:
    """The status with the first line of what is said: the rest may be what was sent."""
    said = response.text.strip().partition("\n")[0][:300]
    return f"status {response.status_code}: {said or response.reason_phrase}"
