"""Articles from JSON lines: one object a line, with `text` and what is known of it.

Fields read: `text` (needed), `title`, `url`, `published`, `publisher`, `author`,
`lang` (each a string or null); others are left alone.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Protocol

from extract.decoding import MAX_BYTES, Refused, plain_text
from ontology.claim import Article
from ontology.days import day
from ontology.ids import article_id

OPTIONAL = ("title", "url", "published", "publisher", "author", "lang")
"""Fields of a line that go into the article as they are."""

MAX_LINE = 2 * MAX_BYTES
"""Longest line in bytes: JSON escapes make a text longer than it is."""


class Lines(Protocol):
    """What is needed of a stream: its lines, at most `limit` bytes at a time."""

    def readline(self, limit: int = -1, /) -> bytes:
        """The next line, or its first `limit` bytes; empty at the end."""
        ...


class Chained:
    """A stream whose first line has been read already."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first, self._rest = first, rest

    def readline(self, limit: int = -1, /) -> bytes:
        """The next line: first the one read before, then the stream's own."""
        line, self._first = self._first, b""
        if line.endswith(b"\n") or len(line) >= limit > 0:
            return line
        return line + self._rest.readline(limit - len(line))


def looks_like(line: bytes) -> bool:
    """Whether a first line is a JSON object, so that the rest is read as such."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def numbered(stream: Lines) -> Iterator[tuple[int, bytes, int]]:
    """Each line that is not blank: its number from 1, bytes, and offset in the file.

    Of a line over the limit the start comes back, one byte too long.
    """
    number = offset = 0
    while line := stream.readline(MAX_LINE + 1):
        number, start, offset = number + 1, offset, offset + len(line)
        while line and not line.endswith(b"\n") and (more := stream.readline(1 << 16)):
            offset += len(more)
            if more.endswith(b"\n"):
                break
        if line.strip():
            yield number, line, start


def article(line: bytes, source: str, offset: int = 0) -> Article:
    """The article of one line. Its source is its URL, or else `source`.

    Raises Refused, naming the field.
    """
    if len(line) > MAX_LINE:
        raise Refused(f"the line is longer than {MAX_LINE // 1_000_000} MB")
    record = _record(plain_text(line, start=offset))
    text = _text(record)
    known = {name: _optional(record, name) for name in OPTIONAL}
    if known["published"] is not None:
        known["published"] = day("published", known["published"])
    given = known["url"] or source
    return Article(id=article_id(text), source=given, text=text, **known)


def _record(line: str) -> dict[str, Any]:
    try:
        record = json.loads(line.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise Refused(f"not JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError):
        raise Refused("not JSON that can be read: too deep or too long") from None
    if not isinstance(record, dict):
        raise Refused('not a JSON object; accepted: {"text": "...", ...}')
    return record


def _text(record: dict[str, Any]) -> str:
    text = record.get("text")
    if text is None:
        raise Refused("text: this field is needed")
    return _characters("text", text)


def _optional(record: dict[str, Any], name: str) -> str | None:
    value = record.get(name)
    if value is None or value == "":
        return None
    return _characters(name, value).strip()


def _characters(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise Refused(f"{name}: a string is accepted, not {value!r:.40}")
    try:
        return plain_text(value.encode("utf-8"))
    except UnicodeEncodeError:
        raise Refused(f"{name}: half a surrogate pair, which is no character") from None
    except Refused as error:
        raise Refused(f"{name}: {error}") from None
