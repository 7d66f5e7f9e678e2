"""Fetching from a server that plays every bad role."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from extract.fetching.addresses import network
from extract.fetching.fetcher import Fetcher
from extract.fetching.settings import FetchSettings
from extract.reading import Options, Unreadable, read
from extract.reading.decoding import Refused
from ontology.errors import BadInput
from tests.extract.fetching.server import PAGE, Site, serving

SETTINGS = FetchSettings(
    contact="mailto:keeper@example.org",
    delay=0.0,
    seconds=1.0,
    size=1_000_000,
    networks=(network("127.0.0.1"),),
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


@pytest.fixture
def fetch() -> Fetcher:
    return Fetcher(SETTINGS)


def test_a_page_comes_with_where_and_when(site: Site, fetch: Fetcher) -> None:
    found = fetch(site.url("/moved"))
    assert found.data == PAGE
    assert found.known.url == site.url("/page")
    assert found.known.charset == "utf-8"
    assert found.known.retrieved
    assert found.known.retrieved.endswith("Z")
    assert site.paths() == ["/robots.txt", "/moved", "/page"]
    agents = {headers["User-Agent"] for _, headers, _ in site.asked}
    assert agents == {"onrecord/1.0 (+mailto:keeper@example.org)"}


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/private/a", "robots.txt of 127.0.0.1 does not allow it"),
        ("/inward", "robots.txt of 127.0.0.1 does not allow it"),
        ("/missing", "HTTP 404"),
        ("/loop", "more than 5 redirects"),
        ("/away", "127.0.0.2 is at 127.0.0.2, which is not a public address"),
        ("/file", "not a URL of the web: file scheme"),
        ("/nowhere", "Invalid URL in location"),
        ("/huge", "larger than 1 MB"),
        ("/endless", "larger than 1 MB"),
        ("/bomb", "larger than 1 MB"),
        ("/brokengzip", "cannot be fetched: DecodingError"),
        ("/short", "cannot be fetched: RemoteProtocolError"),
        ("/drip", "took longer than 1 s"),
        ("/driphead", "took longer than 1 s"),
        ("/silent", "took longer than 1 s"),
        ("/nonsense", "cannot be fetched: RemoteProtocolError"),
        ("/manyheaders", "cannot be fetched: RemoteProtocolError"),
        ("/closed", "busy: asks to come back in 3600 s"),
    ],
)
def test_bad_servers_end_in_named_refusals(
    site: Site, fetch: Fetcher, path: str, words: str
) -> None:
    begin = time.monotonic()
    with pytest.raises(Refused) as caught:
        fetch(site.url(path))
    assert words in str(caught.value)
    assert time.monotonic() - begin < 4


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1:9/",
        "http://localhost:9/",
        "http://2130706433:9/",
        "http://0x7f.1:9/",
        "http://0.0.0.0:9/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]:9/",
        "http://[::ffff:127.0.0.1]:9/",
        "http://[64:ff9b::7f00:1]:9/",
        "http://[fe80::1]/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
    ],
)
def test_no_private_address_is_asked(url: str) -> None:
    with pytest.raises(Refused, match=r"not a public address|no host"):
        Fetcher(replace(SETTINGS, networks=()))(url)


@pytest.mark.parametrize("url", ["file:///etc/passwd", "gopher://a.example", "http://"])
def test_no_other_scheme_is_asked(fetch: Fetcher, url: str) -> None:
    with pytest.raises(Refused, match="not a URL"):
        fetch(url)


def test_a_name_is_resolved_once_a_connection(
    site: Site, fetch: Fetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: a second resolution would give another address."""
    real, asked = socket.getaddrinfo, list[str]()

    def rebinding(host: str, *rest: Any, **more: Any) -> Any:  # noqa: ANN401
        if host == "rebinding.example":
            asked.append(host)
            host = "127.0.0.1" if len(asked) % 2 else "127.0.0.2"
        return real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    with pytest.raises(Refused, match=r"127\.0\.0\.2, which is not a public"):
        fetch(site.url("/page", "rebinding.example"))
    assert site.paths() == ["/robots.txt"]  # the first answer was connected to


def test_a_busy_server_is_asked_again(site: Site, fetch: Fetcher) -> None:
    assert fetch(site.url("/busy")).data == PAGE


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (500, False)])
def test_a_site_without_rules_allows_all(
    site: Site, fetch: Fetcher, status: int, allowed: bool
) -> None:
    site.robots = (status, b"")
    if allowed:
        assert fetch(site.url("/private/a")).data == PAGE
    else:
        with pytest.raises(Refused, match=r"robots\.txt"):
            fetch(site.url("/page"))


def test_a_host_is_asked_one_at_a_time(site: Site) -> None:
    fetch = Fetcher(replace(SETTINGS, delay=0.1))
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(fetch, [site.url(f"/page/{n}") for n in range(4)]))
    times = [when for _, _, when in site.asked]
    assert min(b - a for a, b in pairwise(times)) > 0.09


def test_what_did_not_change_is_not_sent(site: Site, fetch: Fetcher) -> None:
    first = fetch.get(site.url("/page"))
    again = fetch.get(site.url("/page"), etag=first.etag)
    assert (first.unchanged, again.unchanged, again.fetched.data) == (False, True, b"")


@pytest.mark.parametrize("contact", ["", "me", "mé@example.org"])
def test_a_contact_is_needed(contact: str) -> None:
    with pytest.raises(BadInput, match="contact: an e-mail address"):
        Fetcher(FetchSettings(contact=contact))


def test_lists_and_urls_are_read(
    site: Site,
    fetch: Fetcher,
    tmp_path: Any,  # noqa: ANN401
) -> None:
    path = tmp_path / "list"
    path.write_text(site.url("/page/1") + "\n" + site.url("/missing") + "\n")
    options = Options(fetch=fetch, done=lambda url: url.endswith("/done"))
    one, missing, two = read(
        [path, site.url("/done"), site.url("/page/2")], options=options
    )
    assert not isinstance(one, Unreadable)
    assert not isinstance(two, Unreadable)
    assert (one.text, one.source) == ("We agree.", site.url("/page/1"))
    assert isinstance(missing, Unreadable)
    assert missing.origin == site.url("/missing")
