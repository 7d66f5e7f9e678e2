"""One input of any bytes, read as a file of any name."""

import io
from typing import Any

from extract.reading import Options, Unreadable
from extract.reading.decoding import Refused
from extract.reading.desk import Desk
from extract.reading.dispatch import items
from extract.reading.inputs import opened
from extract.reading.sandbox import Sandboxes, answer
from ontology.claim import Article

SUFFIXES = ("", ".txt", ".jsonl", ".csv", ".html", ".xml", ".urls", ".zip", ".warc")
"""Names that promise a format: the first byte of an input chooses."""


class Here(Sandboxes):
    """Parses in this process, so that what the bytes reach is seen."""

    def __init__(self) -> None:
        super().__init__(0)

    def parse(
        self, name: str, data: bytes, charset: str | None, url: str | None
    ) -> Any:  # noqa: ANN401 - as its base
        """What a parser finds. Raises Refused."""
        found = answer(name, data, charset, url)
        if isinstance(found, str):
            raise Refused(found)
        return found


def read(data: bytes) -> None:
    """Read an input of these bytes; raises whatever it should not."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ""
    with Desk(Options(sandboxes=Here()), items) as desk:
        given = opened(f"input{suffix}", io.BytesIO(data[1:]))
        for item in desk.in_turn(items(given, desk)):
            assert isinstance(item, Article | Unreadable)
            assert isinstance(item, Article) or (item.reason and item.origin)
