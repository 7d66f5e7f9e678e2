"""Results that are too long, cut behind the last whole row and closed again.

Oxigraph writes results itself, which is 15 times quicker than row by row in Python,
but has no end short of the last row. So what it wrote is cut: at a mark that no
value can hold, because in a value it would be escaped.
"""

from io import BytesIO

from typing_extensions import Buffer


class Full(OSError):
    """More was written than may be."""


class Bounded(BytesIO):
    """A stream in memory that takes so many bytes, then raises Full."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def write(self, data: Buffer, /) -> int:
        """Take bytes, the last ones too."""
        written = super().write(data)
        if self.tell() > self._most:
            raise Full
        return written


def whole(data: bytes, form: str) -> bytes:
    """The whole rows of results that broke off, well-formed in their format.

    >>> whole(b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{}},{"s":', "json")
    b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{}}]}}'
    """
    return _CUTS[form](data)


def _json(data: bytes) -> bytes:
    start = data.index(b'"bindings":[') + len(b'"bindings":[')
    end = data.rfind(b'},{"', start)
    return data[: end + 1 if end > 0 else start] + b"]}}"


def _xml(data: bytes) -> bytes:
    end = data.rfind(b"</result>")
    if end < 0:
        end = data.index(b"<results>")
        return data[: end + len(b"<results>")] + b"</results></sparql>"
    return data[: end + len(b"</result>")] + b"</results></sparql>"


def _tsv(data: bytes) -> bytes:
    return data[: data.rfind(b"\n") + 1]


def _csv(data: bytes) -> bytes:
    """A line break within quotes, of which an odd number goes before, ends no row."""
    end = data.rfind(b"\r\n")
    while end > 0 and data.count(b'"', 0, end) % 2:
        end = data.rfind(b"\r\n", 0, end)
    return data[: end + 2] if end > 0 else b""


_CUTS = {"json": _json, "xml": _xml, "tsv": _tsv, "csv": _csv}
