"""One input: a stream of bytes, and what is known of it before it is read."""

import io
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO

HEAD = 1 << 16
"""Bytes from which the format is told."""


@dataclass(frozen=True)
class Known:
    """What the way here says of an article, before its own bytes do.

    `url` is the address after redirects, `retrieved` the moment it was fetched
    (ISO 8601, UTC), `charset` what HTTP says of it; the rest is a feed's.
    """

    url: str | None = None
    retrieved: str | None = None
    charset: str | None = None
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None


@dataclass(frozen=True)
class Fetched:
    """What a request brought."""

    data: bytes
    known: Known


@dataclass(frozen=True)
class Input:
    """Bytes to read. `head` is their start, which `stream` gives once more.

    `origin` is the file or URL that it came with, `depth` counts the archives, lists
    and feeds around it; `folder` says that the user named the folder and not the file.
    """

    source: str
    stream: BinaryIO
    head: bytes
    origin: str
    suffix: str = ""
    depth: int = 0
    folder: bool = False
    known: Known = field(default_factory=Known)

    def bytes(self, limit: int) -> bytes:
        """The bytes, of which at most one more than the limit."""
        return self.stream.read(limit + 1)


class Replayed(io.RawIOBase):
    """A stream whose start was read already, given once more."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head, self._rest = head, rest

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes: first those read before, then the stream's own."""
        if self._head:
            part, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        else:
            part = self._rest.read(len(buffer))
        buffer[: len(part)] = part
        return len(part)


def opened(
    source: str,
    stream: BinaryIO,
    *,
    name: str | None = None,
    origin: str | None = None,
    depth: int = 0,
    folder: bool = False,
    known: Known | None = None,
) -> Input:
    """The input of a stream; its suffix is that of `name`, or else of `source`."""
    if stream.seekable():
        head = stream.read(HEAD)
        stream.seek(-len(head), io.SEEK_CUR)
    else:
        head = first_words(stream)
        stream = io.BufferedReader(Replayed(head, stream), HEAD)
    suffix = PurePath(source if name is None else name).suffix.lower()
    return Input(
        source,
        stream,
        head,
        origin=origin or source,
        suffix=suffix,
        depth=depth,
        folder=folder,
        known=known or Known(),
    )


def first_words(stream: BinaryIO) -> bytes:
    """The first line that is not blank, and what is before it: a pipe gives no more."""
    head = line = stream.readline(HEAD)
    while line and not line.strip() and len(head) < HEAD:
        line = stream.readline(HEAD - len(head))
        head += line
    return head
