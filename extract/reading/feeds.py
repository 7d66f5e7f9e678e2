"""Articles from RSS and Atom: an entry's page if it may be fetched, else its text."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from extract.reading import addresses
from extract.reading.decoding import Refused
from extract.reading.desk import Desk, Work
from extract.reading.documents import article
from extract.reading.feed_entries import Entry
from extract.reading.inputs import Input
from extract.reading.items import Item, Unreadable
from extract.reading.limits import PAGE_BYTES
from ontology.errors import BadInput


def articles(given: Input, desk: Desk) -> Iterator[Work]:
    """The articles of a feed. Raises Refused."""
    if given.depth > 1:
        raise Refused("a feed within a feed, or a list within one, is not followed")
    data = given.bytes(PAGE_BYTES)
    known = given.known
    entries = desk.parse("feed", data, known.charset, known.url)
    if not entries:
        raise Refused("a feed without entries")
    for number, entry in enumerate(entries, 1):
        if entry.url and desk.options.fetch:
            yield from addresses.later(entry.url, desk, depth=2, known=entry.known)
        else:
            yield from desk.later(_own(given, number, entry, desk))


def _own(
    given: Input, number: int, entry: Entry, desk: Desk
) -> Callable[[], list[Item]]:
    """The article that an entry carries itself."""
    source = entry.url or f"{given.source}:{number}"
    known = replace(entry.known, url=entry.url, retrieved=given.known.retrieved)

    def item() -> list[Item]:
        if not entry.html:
            return [Unreadable(source, "an entry without text", origin=given.origin)]
        data = f"<html><body><article>{entry.html}</article></body></html>".encode()
        try:
            return [article(desk.parse("page", data, "utf-8"), source, data, known)]
        except BadInput as error:
            return [Unreadable(source, str(error), origin=given.origin)]

    return item
