"""GUM's documents with their gold chains, read from CoNLL-U for the evaluation."""

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, Span

from extract.agents.tokens import Tokens, tokens

LABELS = {"person": "PERSON", "organization": "ORGANIZATION", "place": "LOCATION"}
_MARK = re.compile(r"\((\d+)-([a-z]+)[^()]*\)?|(\d+)\)")


@dataclass(frozen=True)
class Document:
    """A document's tokens and gold chains: chain by head token, and where it opens."""

    name: str
    genre: str
    doc: Doc
    tokens: Tokens
    chains: dict[int, int]
    opens: dict[int, int]


def documents(path: Path) -> Iterator[Document]:
    """The documents of a CoNLL-U file, plain or gzipped."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for name, genre, rows in _cut(lines):
            yield _document(name, genre, rows)


@dataclass(frozen=True)
class _Row:
    fields: tuple[str, ...]
    sentence: int
    first: bool
    paragraph: bool


def _cut(lines: Iterable[str]) -> Iterator[tuple[str, str, list[_Row]]]:
    name, genre, rows = "", "", list[_Row]()
    offset, paragraph, first = 0, False, True
    for line in lines:
        if line.startswith("# newdoc id = "):
            if rows:
                yield name, genre, rows
            name, rows, offset = line.split(" = ")[1].strip(), [], 0
        elif line.startswith("# meta::genre = "):
            genre = line.split(" = ")[1].strip()
        elif line.startswith("# newpar") and "_block" not in line:
            paragraph = True
        elif not line.strip():
            offset, first = len(rows), True
        elif line[0].isdigit() and line.split("\t")[0].isdigit():
            rows.append(
                _Row(tuple(line.rstrip("\n").split("\t")), offset, first, paragraph)
            )
            paragraph = first = False
    if rows:
        yield name, genre, rows


def _document(name: str, genre: str, rows: list[_Row]) -> Document:
    doc = _doc(rows)
    mentions = list(_mentions([row.fields[9] for row in rows]))
    heads = [token.head.i for token in doc]
    doc.ents = _names(doc, mentions, heads)
    chains: dict[int, int] = {}
    opens: dict[int, int] = {}
    for start, end, chain, _ in sorted(mentions, key=lambda m: m[0] - m[1]):
        opens[chain] = min(opens.get(chain, start), start)
        top = _top(heads, start, end)
        for index in {top, *_flat(doc, top)}:
            chains[index] = chain
    return Document(name, genre, doc, tokens(doc), chains, opens)


def _doc(rows: list[_Row]) -> Doc:
    words, spaces = [], []
    for row, after in zip(rows, [*rows[1:], None], strict=True):
        words.append(row.fields[1])
        spaces.append("SpaceAfter=No" not in row.fields[9])
        if after is not None and after.paragraph:
            spaces[-1] = False
    heads = [
        index if row.fields[6] == "0" else row.sentence + int(row.fields[6]) - 1
        for index, row in enumerate(rows)
    ]
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        spaces=spaces,
        pos=[row.fields[3] for row in rows],
        tags=[row.fields[4] for row in rows],
        lemmas=[row.fields[2] for row in rows],
        heads=heads,
        deps=[row.fields[7] for row in rows],
    )


def _mentions(cells: Iterable[str]) -> Iterator[tuple[int, int, int, str]]:
    """`(start, end, chain, type)` of every gold mention."""
    opened: dict[int, list[tuple[int, str]]] = {}
    for index, cell in enumerate(cells):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        for mark in _MARK.finditer(found[1] if found else ""):
            if mark[3]:
                start, kind = opened[int(mark[3])].pop()
                yield start, index + 1, int(mark[3]), kind
            elif mark[0].endswith(")"):
                yield index, index + 1, int(mark[1]), mark[2]
            else:
                opened.setdefault(int(mark[1]), []).append((index, mark[2]))


def _top(heads: list[int], start: int, end: int) -> int:
    inside = range(start, end)
    return next((i for i in inside if heads[i] not in inside or heads[i] == i), start)


def _flat(doc: Doc, top: int) -> list[int]:
    """The further words of a name: our own mentions point at its last."""
    named = doc[top].pos_ == "PROPN"
    return [t.i for t in doc[top].children if named and t.pos_ == "PROPN" and t.i > top]


def _names(
    doc: Doc, mentions: list[tuple[int, int, int, str]], heads: list[int]
) -> list[Span]:
    """Names as entities: the proper nouns at the head of a gold mention."""
    found: dict[int, Span] = {}
    for start, end, _, kind in mentions:
        top = _top(heads, start, end)
        if kind not in LABELS or doc[top].pos_ != "PROPN":
            continue
        first, last = top, top + 1
        while last < end and doc[last].pos_ == "PROPN":
            last += 1
        while first > start and doc[first - 1].pos_ == "PROPN" and kind != "person":
            first -= 1
        if not any(index in found for index in range(first, last)):
            span = Span(doc, first, last, label=LABELS[kind])
            found.update(dict.fromkeys(range(first, last), span))
    return sorted(set(found.values()), key=lambda span: span.start)
