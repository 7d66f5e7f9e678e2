"""The entries of RSS and Atom. Runs in the sandbox, as `pages` does."""

import time
from dataclasses import dataclass
from typing import Any

from extract.reading.decoding import Refused
from extract.reading.extras import web
from extract.reading.inputs import Known
from extract.reading.limits import ENTRIES, PAGE_BYTES


@dataclass(frozen=True)
class Entry:
    """One entry: its address, its own text as HTML, and what is known of it."""

    url: str | None
    html: str | None
    known: Known


def entries(
    data: bytes, charset: str | None = None, url: str | None = None
) -> tuple[Entry, ...]:
    """The entries of a feed, each address once. Raises Refused."""
    if len(data) > PAGE_BYTES:
        raise Refused(f"larger than {PAGE_BYTES // 1_000_000} MB, the limit of a feed")
    if b"<!ENTITY" in data:
        raise Refused("a feed that declares entities, as XML bombs do")
    found = web("feedparser", "feeds").parse(
        data, sanitize_html=False, resolve_relative_uris=False
    )
    if not found.version and not found.entries:
        raise Refused("XML that is no feed: neither RSS nor Atom")
    publisher = _text(found.feed, "title")
    listed = [_entry(entry, publisher, url) for entry in found.entries[:ENTRIES]]
    once = {entry.url or entry.html or str(n): entry for n, entry in enumerate(listed)}
    return tuple(once.values())


def _entry(entry: Any, publisher: str | None, feed: str | None) -> Entry:  # noqa: ANN401
    known = Known(
        title=_text(entry, "title"),
        author=_text(entry, "author"),
        publisher=publisher,
        published=_date(entry.get("published_parsed")),
        modified=_date(entry.get("updated_parsed")),
    )
    contents = [part.get("value") or "" for part in entry.get("content") or []]
    html = max(contents, key=len, default="") or _text(entry, "summary")
    link = _text(entry, "link")
    if link and not link.lower().startswith(("http://", "https://")):
        link = None
    return Entry(link if link != feed else None, html, known)


def _text(found: Any, name: str) -> str | None:  # noqa: ANN401
    value = found.get(name)
    return value.strip() or None if isinstance(value, str) else None


def _date(parsed: time.struct_time | None) -> str | None:
    if parsed is None or not 1 <= parsed.tm_year <= 9999:
        return None
    return time.strftime("%Y-%m-%d", parsed) if parsed.tm_year >= 1000 else None
