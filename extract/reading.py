"""Articles from what users have: text files, JSON lines, folders, standard input.

What cannot be read comes back as `Unreadable`, in its place, so that one broken
file never stops the others.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

from extract import jsonlines
from extract.decoding import MAX_BYTES, Refused, plain_text
from ontology.claim import Article
from ontology.days import day
from ontology.errors import BadInput
from ontology.ids import article_id

STDIN = "-"
"""The path that stands for standard input."""

TEXT, LINES = ".txt", ".jsonl"
"""The two kinds of files, by suffix in any case."""

TITLE_LENGTH = 160
"""Longest first line, in characters, that is taken for a headline."""


@dataclass(frozen=True)
class Unreadable:
    """Something that gave no article. `source` names the file, and the line if any.

    `ignored`: another kind of file inside a folder, told but not an error.
    """

    source: str
    reason: str
    ignored: bool = False


Item: TypeAlias = Article | Unreadable


def read(
    paths: Iterable[str | Path], *, published: str | None = None
) -> Iterator[Item]:
    """The articles under `paths`, in order; folders are walked, sorted by name.

    `published` is the date of articles that bring none. Raises BadInput if it is
    not a date.
    """
    date = None if published is None else day("published", published)
    for path in paths:
        for item in _items(path):
            yield _dated(item, date)


def count(paths: Iterable[str | Path]) -> int | None:
    """How many items `read` will yield, nearly; None where it cannot be told."""
    files = [file for path in paths for file in _files(path)]
    if any(str(file) == STDIN for file in files):
        return None
    return sum(_lines(file) if _suffix(file) == LINES else 1 for file in files)


def _lines(file: Path) -> int:
    try:
        with file.open("rb") as stream:
            return sum(1 for line in stream if line.strip())
    except OSError:
        return 1


def _dated(item: Item, date: str | None) -> Item:
    if date is None or isinstance(item, Unreadable) or item.published is not None:
        return item
    return item.model_copy(update={"published": date})


def _files(path: str | Path) -> Iterator[Path]:
    """The file itself, or the files of a folder, without hidden ones."""
    top = Path(path)
    if str(path) == STDIN or not top.is_dir():
        yield top
        return
    for folder, folders, names in os.walk(top, onerror=_raise):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (
            Path(folder, name) for name in sorted(names) if not name.startswith(".")
        )


def _raise(error: OSError) -> None:
    raise error


def _items(path: str | Path) -> Iterator[Item]:
    if str(path) == STDIN:
        yield from _guarded(STDIN, _standard_input(sys.stdin.buffer))
    elif Path(path).is_dir():
        yield from _guarded(_shown(path), _folder(Path(path)))
    else:
        yield from _guarded(_shown(path), _file(Path(path)))


def _folder(top: Path) -> Iterator[Item]:
    empty = True
    for file in _files(top):
        empty = False
        if _suffix(file) in (TEXT, LINES):
            yield from _guarded(_shown(file), _file(file))
        else:
            yield Unreadable(_shown(file), "not a .txt or .jsonl file", ignored=True)
    if empty:
        raise Refused("the folder holds no files")


def _suffix(path: Path) -> str:
    return path.suffix.lower()


def _shown(path: str | Path) -> str:
    """The path as text: a name that is not UTF-8 shows a mark for what is not."""
    return os.fsencode(path).decode("utf-8", "replace")


def _guarded(source: str, items: Iterator[Item]) -> Iterator[Item]:
    try:
        yield from items
    except (Refused, BadInput) as error:
        yield Unreadable(source, str(error))
    except OSError as error:
        yield Unreadable(source, (error.strerror or str(error)).lower())


def _file(path: Path) -> Iterator[Item]:
    if not path.exists():
        raise Refused("no such file or folder")
    if not path.is_file():
        raise Refused("not a regular file")
    if _suffix(path) == LINES:
        with path.open("rb") as stream:
            yield from _from_lines(_shown(path), stream)
    elif _suffix(path) == TEXT:
        with path.open("rb") as stream:
            yield text_article(_shown(path), stream.read(MAX_BYTES + 1))
    else:
        raise Refused("not a .txt or .jsonl file; for other text, use - and a pipe")


def _standard_input(stream: BinaryIO) -> Iterator[Item]:
    """JSON lines if the first line is a JSON object, else one plain text."""
    first = stream.readline(MAX_BYTES + 1)
    if jsonlines.looks_like(first):
        yield from _from_lines(STDIN, jsonlines.Chained(first, stream))
    else:
        yield text_article(STDIN, first + stream.read(MAX_BYTES + 1))


def _from_lines(source: str, stream: jsonlines.Lines) -> Iterator[Item]:
    for number, line, offset in jsonlines.numbered(stream):
        try:
            yield jsonlines.article(line, f"{source}:{number}", offset)
        except (Refused, BadInput) as error:
            yield Unreadable(f"{source}:{number}", str(error))


def text_article(source: str, data: bytes) -> Article:
    """The article in a plain text file; its text is the file, decoded and no more.

    Raises Refused.
    """
    text = plain_text(data)
    return Article(id=article_id(text), source=source, title=headline(text), text=text)


def headline(text: str) -> str | None:
    """The first line, if it stands alone and reads like a headline.

    >>> headline("Talks resume\\n\\nThe talks resumed on Monday.")
    'Talks resume'
    >>> headline("The talks resumed on Monday.\\nNo date was set.") is None
    True
    """
    lines = [line.strip("\ufeff \t\r") for line in text.split("\n")]
    filled = [line for line in lines if line]
    if len(filled) < 2 or len(filled[0]) > TITLE_LENGTH:
        return None
    return (
        None if filled[0].endswith((".", ",", ";", ":", "…", "”", '"')) else filled[0]
    )
