"""Articles from JSON lines: one object a line, with `text` and what is known of it.

Fields read: `text` (needed) and those of `records.OPTIONAL`, each a string or null;
others are left alone.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.reading import records
from extract.reading.decoding import MAX_BYTES, Refused, plain_text
from extract.reading.inputs import Input, Known
from extract.reading.items import Item, Unreadable
from ontology.claim import Article
from ontology.errors import BadInput

MAX_LINE = 2 * MAX_BYTES
"""Longest line in bytes: JSON escapes make a text longer than it is."""


def looks_like(line: bytes) -> bool:
    """Whether a first line is a JSON object, so that the rest is read as such."""
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def numbered(stream: BinaryIO) -> Iterator[tuple[int, bytes, int]]:
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


def article(line: bytes, source: str, offset: int, known: Known) -> Article:
    """The article of one line. Raises Refused, naming the field."""
    if len(line) > MAX_LINE:
        raise Refused(f"the line is longer than {MAX_LINE // 1_000_000} MB")
    record = _record(plain_text(line, start=offset))
    return records.article(record, source, line, known)


def articles(given: Input) -> Iterator[Item]:
    """The articles of a stream of lines."""
    for number, line, offset in numbered(given.stream):
        source = f"{given.source}:{number}"
        try:
            yield article(line, source, offset, given.known)
        except BadInput as error:
            yield Unreadable(source, str(error))


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
