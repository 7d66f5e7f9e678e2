"""Articles from web archives (WARC, ISO 28500): the pages and texts found."""

import io
from collections.abc import Iterator
from typing import Any

from extract.reading.decoding import MAX_BYTES, Refused
from extract.reading.desk import Desk, Work
from extract.reading.extras import web
from extract.reading.inputs import Input, Known, opened
from extract.reading.items import Unreadable

KINDS = ("response", "resource", "conversion")
"""The types of records that hold what was found under an address."""

TYPES = ("text/", "application/xhtml", "application/pdf", "application/xml")
"""The media types that may hold articles; the others are passed over in silence."""

LARGEST = 1_000_000_000
"""Largest record in bytes: even to skip a larger one takes too long."""


def articles(given: Input, desk: Desk) -> Iterator[Work]:
    """The articles of an archive. Raises Refused where it goes wrong."""
    records = iter(web("warcio.archiveiterator", "WARC").ArchiveIterator(given.stream))
    while (record := _next(records)) is not None:
        if record.rec_type in KINDS:
            yield from _record(record, given, desk)


def _next(records: Iterator[Any]) -> Any:  # noqa: ANN401 - warcio is in an extra
    try:
        record = next(records, None)
        length = record.rec_headers.get_header("Content-Length") if record else None
    except Refused:
        raise
    except Exception as error:  # noqa: BLE001 - warcio raises what its parts do
        raise Refused(f"a broken archive: {_reason(error)}") from None
    if length and (not length.isdecimal() or int(length) > LARGEST):
        raise Refused(f"a record of {length:.20} bytes, which is beyond all measure")
    return record


def _reason(error: Exception) -> str:
    return f"{type(error).__name__} {error}".strip()[:80]


def _record(record: Any, given: Input, desk: Desk) -> Iterator[Work]:  # noqa: ANN401
    url = record.rec_headers.get_header("WARC-Target-URI")
    source = url or given.source
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    media, charset = _media(record)
    if status != "200" or not media.startswith(TYPES) or "robots.txt" in source:
        return
    try:
        data = record.content_stream().read(MAX_BYTES + 1)
    except Exception as error:  # noqa: BLE001 - a broken gzip in a chunk, and so on
        yield Unreadable(source, f"a broken record: {_reason(error)}")
        return
    if not data.strip():
        yield Unreadable(source, "empty: there is no text in it")
        return
    known = Known(
        url=url,
        retrieved=record.rec_headers.get_header("WARC-Date"),
        charset=charset,
    )
    inner = opened(
        source,
        io.BytesIO(data),
        name="",
        origin=given.origin,
        depth=given.depth + 1,
        known=known,
    )
    yield from desk.read(inner, desk)


def _media(record: Any) -> tuple[str, str | None]:  # noqa: ANN401
    """The media type and the charset that a record declares."""
    headers = record.http_headers or record.rec_headers
    declared = (headers.get_header("Content-Type") or "").lower()
    media, _, rest = declared.partition(";")
    charset = rest.partition("charset=")[2].split(";")[0].strip("\"' ")
    return media.strip(), charset or None
