"""Articles from pages and PDFs, which the sandbox parses when their turn comes."""

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple
from urllib.parse import urlsplit

from extract.reading.decoding import Refused
from extract.reading.desk import Desk, Work
from extract.reading.inputs import Input, Known
from extract.reading.items import Item, Unreadable
from extract.reading.limits import PAGE_BYTES, PDF_BYTES
from extract.reading.pages import Page
from extract.reading.provenance import sha256
from ontology.claim import Article
from ontology.errors import BadInput
from ontology.ids import article_id


class Format(NamedTuple):
    """A parser of the sandbox, and the most bytes that it is given."""

    parser: str
    limit: int


PAGE = Format("page", PAGE_BYTES)
PDF = Format("document", PDF_BYTES)


def articles(given: Input, desk: Desk, format: Format) -> Iterator[Work]:
    """The one article of a page or PDF. Raises Refused of one too large."""
    data = given.bytes(format.limit)
    if len(data) > format.limit:
        raise Refused(f"larger than {format.limit // 1_000_000} MB, the limit here")
    yield from desk.later(lambda: [_item(data, given, desk, format)])


def _item(data: bytes, given: Input, desk: Desk, format: Format) -> Item:
    source, known = given.source, given.known
    try:
        page = desk.parse(format.parser, data, known.charset, known.url)
    except BadInput as error:
        return Unreadable(source, str(error), origin=given.origin)
    return article(page, source, data, known)


def _host(url: str | None) -> str | None:
    """The host of a URL: the outlet of a page that names none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # a web archive may hold any address
        return None
    return host.removeprefix("www.") if host else None


FEED = "feed"
"""Where a date comes from that a feed names (`Article.published_from`)."""


def article(page: Page, source: str, data: bytes, known: Known) -> Article:
    """The article of a page; where it was fetched, that is its address.

    What the page says of itself counts before what its feed says.
    """
    said = {field.name: getattr(page, field.name) for field in fields(page)}
    said["url"] = known.url or said["url"]
    for name in ("title", "publisher", "author"):
        said[name] = said[name] or getattr(known, name)
    said["publisher"] = said["publisher"] or _host(known.url)
    for name in ("published", "modified"):
        if said[name] is None and getattr(known, name) is not None:
            said |= {name: getattr(known, name), f"{name}_from": FEED}
    return Article(
        id=article_id(page.text, said["url"] or said["publisher"]),
        source=source,
        retrieved=known.retrieved,
        raw_sha256=sha256(data),
        text_sha256=sha256(page.text),
        **said,
    )
