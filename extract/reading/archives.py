"""What zip and gzip hold, unpacked under caps and read as any other input."""

import gzip
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePath
from typing import IO, BinaryIO

from extract.reading.decoding import MAX_BYTES, Refused
from extract.reading.desk import Desk, Work
from extract.reading.inputs import Input, opened
from extract.reading.items import Unreadable
from extract.reading.limits import DIRECTORY, RATIO, UNPACKED

_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
"""Where a zip's directory is described (APPNOTE 4.3.14 and 4.3.16)."""

OFFICE = "[Content_Types].xml"
"""The file that Word, Excel and PowerPoint put into their zips."""

BROKEN: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    gzip.BadGzipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` and `gzip` raise of broken or encrypted archives."""


def zipped(given: Input, desk: Desk) -> Iterator[Work]:
    """The items of the files in a zip, by name. Raises Refused."""
    stream = _seekable(given.stream)
    _refuse_large(stream)
    try:
        archive = zipfile.ZipFile(stream)
    except BROKEN as error:
        raise Refused(
            f"looks like a zip archive, a broken one: {error!s:.60}"
        ) from None
    with archive:
        if OFFICE in archive.NameToInfo:
            raise Refused("looks like an office document; save it as PDF or text")
        members = [m for m in archive.infolist() if not m.is_dir() and not _hidden(m)]
        if not members:
            raise Refused("the archive holds no files")
        for member in sorted(members, key=lambda member: member.filename):
            yield from _member(archive, member, given, desk)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, given: Input, desk: Desk
) -> Iterator[Work]:
    source = f"{given.source}!{_shown(member.filename)}"
    if member.file_size > UNPACKED and member.file_size > RATIO * member.compress_size:
        yield Unreadable(source, "a zip bomb: unpacked it is out of all proportion")
        return
    try:
        with archive.open(member) as stream:
            inner = opened(
                source,
                io.BufferedReader(Unpacked(stream, member.compress_size)),
                name=member.filename,
                origin=given.origin,
                depth=given.depth + 1,
                folder=True,
                known=given.known,
            )
            yield from desk.read(inner, desk)
    except BROKEN as error:
        yield Unreadable(source, f"cannot be unpacked: {error!s:.60}")


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode()


def _hidden(member: zipfile.ZipInfo) -> bool:
    parts = PurePath(member.filename).parts
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def gzipped(given: Input, desk: Desk) -> Iterator[Work]:
    """The items of the one file in a gzip. Raises Refused."""
    unpacked = gzip.GzipFile(fileobj=given.stream)
    stream = io.BufferedReader(Unpacked(unpacked, None))
    try:
        inner = opened(
            given.source,
            stream,
            name=given.source.removesuffix(".gz"),
            origin=given.origin,
            depth=given.depth + 1,
            folder=given.folder,
            known=given.known,
        )
        yield from desk.read(inner, desk)
    except BROKEN as error:
        raise Refused(f"a gzip file that cannot be unpacked: {error!s:.60}") from None


class Unpacked(io.RawIOBase):
    """What an archive's file unpacks to, as long as it stays in proportion.

    `packed` is its size in the archive; None where none is told, as in gzip, whose
    content is read as a stream and capped by its format.
    """

    def __init__(self, stream: IO[bytes] | gzip.GzipFile, packed: int | None) -> None:
        super().__init__()
        self._stream, self._size = stream, 0
        self._most = None if packed is None else max(UNPACKED, RATIO * packed)

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
        if self._most is not None and self._size > self._most:
            raise Refused("a zip bomb: unpacked it is out of all proportion")
        buffer[: len(part)] = part
        return len(part)


def _seekable(stream: BinaryIO) -> BinaryIO:
    """The stream, or a copy in memory of a small one that cannot be sought."""
    if stream.seekable():
        return stream
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Refused(
            f"a zip of more than {MAX_BYTES // 1_000_000} MB; give it as a file"
        )
    return io.BytesIO(data)


def _refuse_large(stream: BinaryIO) -> None:
    """Refuse a directory that would fill the memory: `zipfile` reads it whole."""
    size = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, size - 66_000))
    tail = stream.read()
    stream.seek(0)
    for mark, place, form in ((_END, 12, "<L"), (_END_64, 40, "<Q")):
        at = tail.rfind(mark)
        if at >= 0 and at + place + struct.calcsize(form) <= len(tail):
            (directory,) = struct.unpack_from(form, tail, at + place)
            if directory > DIRECTORY and directory != 0xFFFFFFFF:
                raise Refused("a zip of too many files; split it")
