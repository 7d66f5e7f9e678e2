"""Articles from URLs: those that the user names, a list's, a feed's."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from extract.reading.decoding import MAX_BYTES, Refused
from extract.reading.desk import Desk, Work
from extract.reading.inputs import Input, Known, opened
from extract.reading.items import Unreadable
from ontology.errors import BadInput

LINE = 10_000
"""Longest line of a list, in bytes: browsers stop at 2,000."""


def articles(given: Input, desk: Desk) -> Iterator[Work]:
    """What is found under the URLs of a list, one a line; `#` begins a comment."""
    seen: set[str] = set()
    while line := given.stream.readline(LINE):
        url = line.decode("utf-8-sig", "replace").strip()
        if not url or url.startswith("#") or url in seen:
            continue
        seen.add(url)
        if not url.lower().startswith(("http://", "https://")):
            yield Unreadable(url[:80], "not a URL: it starts with http:// or https://")
        else:
            yield from later(url, desk, depth=given.depth + 1)


def later(
    url: str, desk: Desk, *, depth: int = 0, known: Known | None = None
) -> Iterator[Work]:
    """What is found under a URL, fetched by a worker; nothing if it is done already."""
    if not desk.options.done(url):
        yield from desk.later(lambda: _fetched(url, desk, depth, known or Known()))


def _fetched(url: str, desk: Desk, depth: int, known: Known) -> Iterator[Work]:
    try:
        if desk.options.fetch is None:
            raise Refused("a URL, and nothing is fetched unless a contact is named")
        found = desk.options.fetch(url)
    except BadInput as error:
        yield Unreadable(url, str(error), origin=url)
        return
    if len(found.data) > MAX_BYTES:
        yield Unreadable(url, "larger than any input may be", origin=url)
        return
    whole = replace(
        known,
        url=found.known.url,
        retrieved=found.known.retrieved,
        charset=found.known.charset,
    )
    given = opened(url, BytesIO(found.data), depth=depth, known=whole)
    yield from desk.read(given, desk)
