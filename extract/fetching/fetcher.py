"""Pages by URL: asked for politely, and refused by name where they go wrong."""

import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from extract.fetching import robots
from extract.fetching.hosts import Hosts
from extract.fetching.network import Deadline, Transport
from extract.fetching.settings import AGENT, FetchSettings
from extract.reading.decoding import Refused
from extract.reading.inputs import Fetched, Known

BUSY = (429, 503)
"""Statuses after which `Retry-After` says when to come back."""


@dataclass(frozen=True)
class Response:
    """What came of a request; `unchanged` since what `etag` and `modified` tell."""

    fetched: Fetched
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False


class Fetcher:
    """Gets the bytes of URLs; may be used by several threads."""

    def __init__(self, settings: FetchSettings) -> None:
        self.settings = settings
        self._agent = settings.agent
        self._context = httpx.create_ssl_context()  # to make one takes long
        self._hosts = Hosts()
        self._robots: dict[str, robots.Robots] = {}
        self._guard = threading.Lock()

    def __call__(self, url: str) -> Fetched:
        """The bytes of a URL. Raises Refused."""
        return self.get(url).fetched

    def get(
        self, url: str, *, etag: str | None = None, modified: str | None = None
    ) -> Response:
        """The response of a URL, after its redirects. Raises Refused.

        `etag` and `modified` are a former response's.
        """
        given = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in given.items() if value}
        place = _address(url)
        for _ in range(self.settings.redirects + 1):
            self._permit(place)
            reply = self._patiently(place, headers)
            if not reply.location:
                return _response(reply, place)
            place = _address(reply.location, place)
        raise Refused(f"more than {self.settings.redirects} redirects")

    def _permit(self, place: httpx.URL) -> None:
        """Raise Refused if the site's robots.txt forbids a page."""
        if not self._rules(place).allows(place.raw_path.decode("ascii")):
            raise Refused(f"robots.txt of {place.host:.80} does not allow it")

    def _rules(self, place: httpx.URL) -> robots.Robots:
        site = f"{place.scheme}://{place.netloc.decode('ascii')}"
        with self._guard:
            known = self._robots.get(site)
        if known is None:
            known = self._asked(place)
            with self._guard:
                self._robots[site] = known
        return known

    def _asked(self, place: httpx.URL) -> robots.Robots:
        """The rules of a site (RFC 9309, 2.3.1): none where it has none.

        Nothing is allowed while its server fails. Redirects are followed, checked.
        """
        here = place.copy_with(raw_path=b"/robots.txt")
        for _ in range(self.settings.redirects + 1):
            reply = self._once(here, {}, delay=self.settings.delay)
            if not reply.location:
                break
            here = _address(reply.location, here)
        if reply.status >= 500 or reply.status in BUSY:
            return robots.NOTHING
        if reply.status != 200:
            return robots.Robots()
        return robots.parse(reply.data[: robots.SIZE].decode("utf-8", "replace"), AGENT)

    def _patiently(self, place: httpx.URL, headers: dict[str, str]) -> "Reply":
        """The reply, asked for again where the server is busy for a moment."""
        delay = max(self.settings.delay, self._rules(place).delay)
        for attempt in range(self.settings.retries + 1):
            reply = self._once(place, headers, delay=delay)
            if reply.status not in BUSY or attempt == self.settings.retries:
                break
            if reply.retry_after > self.settings.patience:
                raise Refused(f"busy: asks to come back in {reply.retry_after:.0f} s")
            time.sleep(reply.retry_after)
        return reply

    def _once(
        self, place: httpx.URL, headers: dict[str, str], *, delay: float
    ) -> "Reply":
        with self._hosts.turn(place.host, delay):
            deadline = Deadline(self.settings.seconds)
            transport = Transport(deadline, self.settings.networks, self._context)
            asked = {"User-Agent": self._agent, "Accept-Encoding": "gzip", **headers}
            try:
                with (
                    httpx.Client(transport=transport, trust_env=False) as client,
                    client.stream("GET", place, headers=asked) as response,
                ):
                    return _reply(response, self.settings.size)
            except httpx.TimeoutException:
                seconds = f"{self.settings.seconds:g} s"
                raise Refused(f"took longer than {seconds} to answer") from None
            except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                reason = f"{type(error).__name__} {error}"
                raise Refused(f"cannot be fetched: {reason:.100}") from None


@dataclass(frozen=True)
class Reply:
    """One answer of a server, before its redirects are followed."""

    status: int
    data: bytes
    location: str | None
    retry_after: float
    charset: str | None
    etag: str | None
    modified: str | None


def _reply(response: httpx.Response, size: int) -> Reply:
    headers = response.headers
    moved = response.status_code in (301, 302, 303, 307, 308)
    return Reply(
        response.status_code,
        b"" if moved else _body(response, size),
        headers.get("Location") if moved else None,
        _retry_after(headers.get("Retry-After")),
        response.charset_encoding,
        headers.get("ETag"),
        headers.get("Last-Modified"),
    )


def _body(response: httpx.Response, size: int) -> bytes:
    """The bytes, unpacked. Raises Refused of too many, before they are all here."""
    reason = f"larger than {size / 1_000_000:g} MB, the limit of a request"
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and len(length) < 20 and int(length) > size:
        raise Refused(reason)
    data = bytearray()
    for chunk in response.iter_bytes():
        data += chunk
        if len(data) > size:
            raise Refused(reason)
    return bytes(data)


def _response(reply: Reply, place: httpx.URL) -> Response:
    if reply.status not in (200, 304):
        raise Refused(f"HTTP {reply.status}")
    now = datetime.now(UTC).replace(microsecond=0)
    known = Known(
        url=str(place.copy_with(fragment=None)),
        retrieved=now.isoformat().replace("+00:00", "Z"),
        charset=reply.charset,
    )
    fetched = Fetched(reply.data, known)
    return Response(fetched, reply.etag, reply.modified, reply.status == 304)


def _retry_after(value: str | None) -> float:
    """Seconds to wait (RFC 9110, 10.2.3): a number or a date; 1 if nothing is told."""
    if value is None:
        return 1.0
    if value.strip().isdecimal():
        return float(value[:12])
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return 1.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())


def _address(url: str, base: httpx.URL | None = None) -> httpx.URL:
    """The URL, taken apart. Raises Refused of another than of a page on the web."""
    try:
        place = httpx.URL(url) if base is None else base.join(url)
    except (httpx.InvalidURL, UnicodeError):
        raise Refused("not a URL that can be read") from None
    if place.scheme not in ("http", "https") or not place.host:
        raise Refused(f"not a URL of the web: {place.scheme or 'no'} scheme")
    return place.copy_with(username=None, password=None) if place.userinfo else place
