"""Reading: every input to the module of its format, every refusal in its place.

What cannot be read comes back as `Unreadable`, in its place, so that one broken
file never stops the others.
"""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from extract.reading import (
    addresses,
    documents,
    feeds,
    gzips,
    jsonlines,
    plain,
    tables,
    warc,
    zips,
)
from extract.reading.decoding import Refused
from extract.reading.desk import Desk, Work
from extract.reading.inputs import Input, opened
from extract.reading.items import Item, Unreadable
from extract.reading.languages import in_english
from extract.reading.limits import DEPTH
from extract.reading.options import Options
from extract.reading.paths import STDIN, files, is_address, shown
from extract.reading.sniffing import SUFFIXES, Kind, kind
from ontology.days import day
from ontology.errors import BadInput

TEXTS = {"", *SUFFIXES}
"""Suffixes under which plain text in a folder is an article, and no program or log."""

SPARING = (Kind.ADDRESSES, Kind.FEED)
"""Formats that give nothing where all that they name is done already."""

GIVEN = "given"
"""Where a date comes from that the user gave for all (`Article.published_from`)."""


def read(
    paths: Iterable[str | Path],
    *,
    published: str | None = None,
    options: Options | None = None,
) -> Iterator[Item]:
    """The articles under `paths`, in order; folders are walked, sorted by name.

    `published` is the date of articles that bring none. Raises BadInput if it is
    not a date.
    """
    date = None if published is None else day("published", published)
    with Desk(options or Options(), items) as desk:
        work = (piece for path in paths for piece in _path(path, desk))
        for item in desk.in_turn(work):
            yield _dated(in_english(item), date)


def _dated(item: Item, date: str | None) -> Item:
    if isinstance(item, Unreadable) and not item.origin:
        return replace(item, origin=item.source)
    if date is None or isinstance(item, Unreadable) or item.published is not None:
        return item
    return item.model_copy(update={"published": date, "published_from": GIVEN})


def _path(path: str | Path, desk: Desk) -> Iterator[Work]:
    name = shown(path)
    if is_address(path):
        yield from addresses.later(name, desk)
    elif name == STDIN:
        yield from items(opened(STDIN, sys.stdin.buffer, name=""), desk)
    elif Path(path).is_dir():
        yield from guarded(name, _folder(Path(path), desk))
    else:
        yield from guarded(name, _file(Path(path), desk))


def _folder(top: Path, desk: Desk) -> Iterator[Work]:
    empty = True
    for file in files(top):
        empty = False
        yield from guarded(shown(file), _file(file, desk, folder=True))
    if empty:
        raise Refused("the folder holds no files")


def _file(path: Path, desk: Desk, *, folder: bool = False) -> Iterator[Work]:
    if not path.exists():
        raise Refused("no such file or folder")
    if not path.is_file():
        raise Refused("not a regular file")
    with path.open("rb") as stream:
        yield from items(opened(shown(path), stream, folder=folder), desk)


def guarded(source: str, work: Iterator[Work]) -> Iterator[Work]:
    """The same work; what refuses it comes back as its last item."""
    try:
        yield from work
    except BadInput as error:
        yield Unreadable(source, str(error))
    except OSError as error:
        yield Unreadable(source, (error.strerror or str(error)).lower())


def items(given: Input, desk: Desk) -> Iterator[Work]:
    """The items of any input; those that gave none name it as their origin."""
    for piece in guarded(given.source, _not_none(given, _items(given, desk))):
        if isinstance(piece, Unreadable) and not piece.origin:
            piece = replace(piece, origin=given.origin)
        yield piece


def _not_none(given: Input, work: Iterator[Work]) -> Iterator[Work]:
    """The same work. Raises Refused if there is none: nothing is passed in silence."""
    first = next(work, None)
    if first is not None:
        yield first
        yield from work
    elif kind(given.head, given.suffix) not in SPARING:
        raise Refused("empty: there is no article in it")


def _items(given: Input, desk: Desk) -> Iterator[Work]:
    if given.depth > DEPTH:
        raise Refused(f"more than {DEPTH} archives or lists within each other")
    found = kind(given.head, given.suffix, desk.options.columns)
    if given.folder and found is Kind.TEXT and given.suffix not in TEXTS:
        yield Unreadable(given.source, "not a text, page or archive", ignored=True)
        return
    match found:
        case Kind.TEXT:
            yield plain.article(given)
        case Kind.LINES:
            yield from jsonlines.articles(given)
        case Kind.TABLE:
            yield from tables.articles(given, desk.options.columns)
        case Kind.PAGE:
            yield from documents.articles(given, desk, documents.PAGE)
        case Kind.PDF:
            yield from documents.articles(given, desk, documents.PDF)
        case Kind.FEED:
            yield from feeds.articles(given, desk)
        case Kind.ADDRESSES:
            yield from addresses.articles(given, desk)
        case Kind.WARC:
            yield from warc.articles(given, desk)
        case Kind.ZIP:
            yield from zips.articles(given, desk)
        case Kind.GZIP:
            yield from gzips.articles(given, desk)
