"""Articles from JSON: an object each, with `text` and what is known of it.

One object a line, or a document that is one object or a list of them. Fields read:
`text` (needed) and those of `records.OPTIONAL`, each a string or null; others are left
alone.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from extract.reading import records
from extract.reading.decoding import MAX_BYTES, Refused, plain_text
from extract.reading.inputs import Input, Known
from extract.reading.items import Item, Unreadable
from extract.reading.limits import OBJECTS
from ontology.claim import Article
from ontology.errors import BadInput

MAX_LINE = 2 * MAX_BYTES
"""Longest line in bytes: JSON escapes make a text longer than it is."""


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
    record = _record(_parsed(plain_text(line, start=offset)))
    return records.article(record, source, line, known)


def articles(given: Input) -> Iterator[Item]:
    """The articles of a stream. Raises Refused of a document that cannot be read."""
    yield from _of_document(given) if _is_document(given.head) else _of_lines(given)


def _is_document(head: bytes) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"[") or start.partition(b"\n")[0].strip() == b"{"


def _of_document(given: Input) -> Iterator[Item]:
    found = _parsed(plain_text(given.bytes(MAX_BYTES)))
    for number, each in enumerate(found if isinstance(found, list) else [found], 1):
        source = f"{given.source}:{number}"
        raw = json.dumps(each, ensure_ascii=False).encode("utf-8", "surrogatepass")
        try:
            yield records.article(_record(each), source, raw, given.known)
        except BadInput as error:
            yield Unreadable(source, str(error))


def _of_lines(given: Input) -> Iterator[Item]:
    for number, line, offset in numbered(given.stream):
        source = f"{given.source}:{number}"
        try:
            yield article(line, source, offset, given.known)
        except BadInput as error:
            yield Unreadable(source, str(error))


def _parsed(text: str) -> object:
    if text.count("{") + text.count("[") > OBJECTS:
        raise Refused(f"not JSON that can be read: more than {OBJECTS:,} objects")
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column" if error.lineno > 1 else "column"
        raise Refused(f"not JSON: {error.msg} at {place} {error.colno}") from None
    except (ValueError, RecursionError):
        raise Refused("not JSON that can be read: too deep or too long") from None


def _record(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise Refused('not a JSON object; accepted: {"text": "...", ...}')
    return found
