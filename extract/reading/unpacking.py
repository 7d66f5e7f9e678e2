"""Packed bytes, unpacked as a stream that ends where they are broken or a bomb."""

import gzip
import io
import lzma
import struct
import zipfile
import zlib
from typing import IO

from extract.reading.decoding import Refused
from extract.reading.limits import RATIO, UNPACKED

BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    lzma.LZMAError,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` and `gzip` raise of archives that are broken, under a password, or
packed in a way that they do not know."""

BOMB = "a zip bomb: unpacked it is out of all proportion"


def is_bomb(unpacked: int, packed: int) -> bool:
    """Whether so many bytes cannot come of so few in good faith.

    >>> is_bomb(1_000_000_000, 1_000_000), is_bomb(1_000_000, 1_000)
    (True, False)
    """
    return unpacked > max(UNPACKED, RATIO * packed)


class Unpacked(io.RawIOBase):
    """What an archive's file unpacks to, as long as it stays in proportion.

    `packed` is its size in the archive; None where none is told, as in gzip, whose
    content is read as a stream and capped by its format.
    """

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, packed: int | None) -> None:
        super().__init__()
        self._stream, self._packed, self._size = stream, packed, 0

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes. Raises Refused of a bomb or a broken archive."""
        try:
            part = self._stream.read(len(buffer))
        except BROKEN as error:
            raise Refused(f"cannot be unpacked: {error!s:.60}") from None
        self._size += len(part)
        if self._packed is not None and is_bomb(self._size, self._packed):
            raise Refused(BOMB)
        buffer[: len(part)] = part
        return len(part)
