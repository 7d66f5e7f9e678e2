"""Articles from CSV: a row each, the columns told by their names or by the user."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from extract.reading import records
from extract.reading.decoding import Refused
from extract.reading.inputs import Input
from extract.reading.items import Item, Unreadable
from ontology.errors import BadInput

NAMES: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "maintext", "article_text"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "published": ("published", "date", "date_published", "publish_date", "pubdate"),
    "modified": ("modified", "date_modified", "updated"),
    "publisher": ("publisher", "outlet", "source", "source_domain", "site"),
    "author": ("author", "authors", "byline"),
    "lang": ("lang", "language"),
}
"""The headings, in any case, by which a field's column is known; the first wins."""

ROW = 5_000_000
"""Longest row in characters: one of many short columns takes 20 times its size."""

REST = "\0"
"""What the cells beyond the heading are called while a row is read: no column is."""

DELIMITERS = ",;\t|"

csv.field_size_limit(ROW)  # 128 KB otherwise, which a long report exceeds


def looks_like(start: bytes, columns: Mapping[str, str]) -> bool:
    """Whether a first line is a heading of several columns, the text among them."""
    heading = _heading(start.decode("utf-8-sig", "replace"))
    return len(heading) > 1 and "text" in mapping(heading, columns)


def mapping(heading: list[str], columns: Mapping[str, str]) -> dict[str, str]:
    """Our fields with the columns that hold them; `columns` is what the user says.

    >>> mapping(["Headline", "Body", "Views"], {})
    {'text': 'Body', 'title': 'Headline'}
    """
    known = {name.strip().casefold(): name for name in reversed(heading)}
    found = {
        field: known[alias]
        for field, aliases in NAMES.items()
        for alias in reversed(aliases)
        if alias in known
    }
    return found | {field: name for field, name in columns.items() if name in heading}


def articles(given: Input, columns: Mapping[str, str]) -> Iterator[Item]:
    """The articles of a table. Raises Refused if it has no column for the text."""
    lines = io.TextIOWrapper(given.stream, "utf-8-sig", errors="strict", newline="")
    try:
        yield from _rows(given, lines, columns)
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise Refused(f"not UTF-8: byte 0x{byte:02x}; save it as UTF-8") from None
    except csv.Error as error:
        raise Refused(f"not CSV that can be read: {error}") from None
    finally:
        lines.detach()


def _rows(
    given: Input, lines: io.TextIOWrapper, columns: Mapping[str, str]
) -> Iterator[Item]:
    heading = lines.readline(ROW)
    names = _heading(heading)
    places = mapping(names, columns)
    if "text" not in places:
        choices = ", ".join(map(repr, names[:12]))
        raise Refused(f"no column holds the text; name one of {choices:.200}")
    taken: list[str] = []
    bounded = _noting(lines, taken)
    rows = csv.DictReader(bounded, names, restkey=REST, delimiter=_delimiter(heading))
    for row in rows:
        source = f"{given.source}:{rows.line_num + 1}"
        raw = "".join(taken).encode()
        taken.clear()
        try:
            record = _record(row, places)
            yield records.article(record, source, raw, given.known)
        except BadInput as error:
            yield Unreadable(source, str(error))


def _record(row: dict[str, Any], places: dict[str, str]) -> dict[str, str | None]:
    """A row by our fields. Raises Refused of one with more cells than the heading."""
    if any(row.get(REST) or ()):
        raise Refused("more cells than the heading: put quotes around the text")
    return {field: row.get(name) for field, name in places.items()}


def _noting(lines: io.TextIOWrapper, taken: list[str]) -> Iterator[str]:
    """The lines, each noted until its row is read; a row has an end."""
    size = 0
    while line := lines.readline(ROW):
        size = size + len(line) if taken else len(line)
        if size > ROW:
            raise Refused(f"a row is longer than {ROW // 1_000_000} MB")
        taken.append(line)
        yield line


def _heading(start: str) -> list[str]:
    line = start.splitlines()[0] if start else ""
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _delimiter(heading: str) -> str:
    return max(DELIMITERS, key=heading.count)
