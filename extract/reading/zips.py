"""The files in a zip, unpacked under caps and read as any other input."""

import io
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from extract.reading.decoding import MAX_BYTES, Refused
from extract.reading.desk import Desk, Work
from extract.reading.inputs import Input, opened
from extract.reading.items import Unreadable
from extract.reading.limits import DIRECTORY
from extract.reading.unpacking import BOMB, BROKEN, Unpacked, is_bomb

_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
"""Where a zip's directory is described (APPNOTE 4.3.14 and 4.3.16)."""

OFFICE = "[Content_Types].xml"
"""The file that Word, Excel and PowerPoint put into their zips."""


def articles(given: Input, desk: Desk) -> Iterator[Work]:
    """The items of the files in a zip, by name. Raises Refused."""
    with _archive(_seekable(given.stream)) as archive:
        for member in _files(archive):
            yield from _items(archive, member, given, desk)


def _archive(stream: BinaryIO) -> zipfile.ZipFile:
    _refuse_large(stream)
    try:
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        reason = f"looks like a zip archive, a broken one: {error!s:.60}"
        raise Refused(reason) from None


def _files(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    """The files by name, without hidden ones. Raises Refused if there are none."""
    if OFFICE in archive.NameToInfo:
        raise Refused("looks like an office document; save it as PDF or text")
    # not `is_dir`, which fails of a member without a name
    members = [m for m in archive.infolist() if not m.filename.endswith("/")]
    files = [member for member in members if not _hidden(member)]
    if not files:
        raise Refused("the archive holds no files")
    return sorted(files, key=lambda member: member.filename)


def _hidden(member: zipfile.ZipInfo) -> bool:
    parts = PurePath(member.filename).parts
    return any(part.startswith(".") or part == "__MACOSX" for part in parts)


def _items(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, given: Input, desk: Desk
) -> Iterator[Work]:
    source = f"{given.source}!{_shown(member.filename)}"
    if is_bomb(member.file_size, member.compress_size):
        yield Unreadable(source, BOMB)
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
