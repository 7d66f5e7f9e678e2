"""What a gzip file holds, unpacked as it is read."""

import gzip
import io
from collections.abc import Iterator

from extract.reading.decoding import Refused
from extract.reading.desk import Desk, Work
from extract.reading.inputs import Input, opened
from extract.reading.unpacking import BROKEN, Unpacked


def articles(given: Input, desk: Desk) -> Iterator[Work]:
    """The items of the one file in a gzip. Raises Refused."""
    stream = Unpacked(gzip.GzipFile(fileobj=given.stream), None)
    try:
        inner = opened(
            given.source,
            io.BufferedReader(stream),
            name=given.source.removesuffix(".gz"),
            origin=given.origin,
            depth=given.depth + 1,
            folder=given.folder,
            known=given.known,
        )
        yield from desk.read(inner, desk)
    except BROKEN as error:
        raise Refused(f"a gzip file that cannot be unpacked: {error!s:.60}") from None
