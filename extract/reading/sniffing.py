"""What an input is, told from its first bytes; its name decides only a tie."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from extract.reading import tables
from extract.reading.inputs import HEAD


class Kind(StrEnum):
    """The formats."""

    TEXT = "text"
    LINES = "JSON"
    TABLE = "CSV"
    PAGE = "HTML"
    PDF = "PDF"
    FEED = "RSS or Atom"
    ADDRESSES = "list of URLs"
    WARC = "WARC"
    ZIP = "zip"
    GZIP = "gzip"


SUFFIXES: Mapping[str, Kind] = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".jsonl": Kind.LINES,
    ".ndjson": Kind.LINES,
    ".json": Kind.LINES,
    ".csv": Kind.TABLE,
    ".tsv": Kind.TABLE,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".pdf": Kind.PDF,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
    ".urls": Kind.ADDRESSES,
    ".warc": Kind.WARC,
    ".zip": Kind.ZIP,
    ".gz": Kind.GZIP,
}
"""What names promise: asked only where content tells nothing."""

_MAGIC = {
    b"PK\x03\x04": Kind.ZIP,
    b"PK\x05\x06": Kind.ZIP,
    b"\x1f\x8b": Kind.GZIP,
    b"WARC/": Kind.WARC,
    b"%PDF": Kind.PDF,
}

_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*[\"}]")
"""An object, or a list of them: a text does not begin so."""

_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
_PAGE = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|header|nav"
    rb"|div|table|script|style|link|h[1-6]|p)\b",
    re.IGNORECASE,
)
_MARKUP = re.compile(rb"\s*<[!?a-zA-Z]")
_ADDRESS = re.compile(rb"[a-z]+://\S+$", re.IGNORECASE)


def kind(
    head: bytes, suffix: str = "", columns: Mapping[str, str] | None = None
) -> Kind:
    """The format of what begins so; plain text where nothing tells otherwise.

    >>> kind(b"<!DOCTYPE html><title>News</title>", ".txt").value
    'HTML'
    """
    for magic, found in _MAGIC.items():
        if head.startswith(magic):
            return found
    if b"%PDF-" in head[:1024]:  # ISO 32000-1, Annex H: within the first 1024 bytes
        return Kind.PDF
    start = _ascii(head)
    for found, fits in _TESTS.items():
        if fits(start):
            return found
    return _by_table_or_name(start, suffix, columns or {})


def _ascii(head: bytes) -> bytes:
    """The start without a byte order mark, in one byte a character."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\0", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _is_feed(start: bytes) -> bool:
    return bool(_MARKUP.match(start)) and bool(_FEED.search(start[:4096]))


def _is_page(start: bytes) -> bool:
    return bool(_MARKUP.match(start)) and bool(_PAGE.search(start[:4096]))


def _is_json(start: bytes) -> bool:
    return bool(_JSON.match(start))


def _is_addresses(start: bytes) -> bool:
    lines = start.splitlines(keepends=True)
    if len(lines) > 1 and len(start) >= HEAD:
        lines.pop()  # perhaps cut short
    stripped = [line.strip() for line in lines if not line.lstrip().startswith(b"#")]
    return any(stripped) and all(_ADDRESS.match(line) for line in stripped if line)


_TESTS: Mapping[Kind, Callable[[bytes], bool]] = {
    Kind.LINES: _is_json,
    Kind.FEED: _is_feed,
    Kind.PAGE: _is_page,
    Kind.ADDRESSES: _is_addresses,
}


def _by_table_or_name(start: bytes, suffix: str, columns: Mapping[str, str]) -> Kind:
    promised = SUFFIXES.get(suffix, Kind.TEXT)
    if tables.looks_like(start, columns):
        return Kind.TABLE
    if _MARKUP.match(start) and promised in (Kind.PAGE, Kind.FEED):
        return promised
    if start.startswith(b"<?xml"):
        return Kind.FEED
    return promised if promised in (Kind.LINES, Kind.TABLE) else Kind.TEXT
