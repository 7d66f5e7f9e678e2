"""A document's tokens as plain tuples: read often, so taken from spaCy once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import accumulate
from typing import Any, TypeAlias, TypeVar

import numpy as np
from spacy.tokens import Doc

from extract.agents.entities import entities

QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_EDGES = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "(", ")", "|", "...", "…"})


@dataclass(frozen=True, eq=False)
class Tokens:
    """Parallel tuples, one item a token; `heads` and `entities` hold token indices.

    `sentences` and `paragraphs` number them from 0; `quoted` says whether a token
    stands between quotation marks. Without a parse, `deps` are empty strings and
    every token is its own head.
    """

    texts: tuple[str, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    quoted: tuple[bool, ...]
    entities: tuple[tuple[int, int, str], ...]

    def __len__(self) -> int:
        return len(self.texts)

    @cached_property
    def entity_at(self) -> dict[int, tuple[int, int, str]]:
        """The entity that covers a token, by token."""
        return {
            index: entity
            for entity in self.entities
            for index in range(entity[0], entity[1])
        }

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """The dependents of every token that has any."""
        found: dict[int, list[int]] = {}
        for index, head in enumerate(self.heads):
            if head != index:
                found.setdefault(head, []).append(index)
        return found

    @cached_property
    def known(self) -> defaultdict[Any, dict[tuple[int, int], Any]]:
        """What rules that are asked `once` found, by rule and stretch."""
        return defaultdict(dict)

    def text(self, start: int, end: int) -> str:
        """The words with single blanks, as a reader would set them."""
        return "".join(self._pieces(start, end)).strip()

    def _pieces(self, start: int, end: int) -> Iterator[str]:
        for index in range(start, end):
            word = self.texts[index]
            glued = (
                word in POSSESSIVE or word in ",.;:)%" or word.startswith(("'", "’"))
            )
            hyphen = word == "-" or (index > start and self.texts[index - 1] in "-(")
            yield word if glued or hyphen or not word.strip() else f" {word}"

    def trim(self, start: int, end: int) -> tuple[int, int]:
        """The stretch without punctuation, quotation marks and blanks at its edges."""
        while start < end and self._is_edge(start):
            start += 1
        while start < end and self._is_edge(end - 1):
            end -= 1
        return start, end

    def _is_edge(self, index: int) -> bool:
        text = self.texts[index]
        return text in _EDGES or text in QUOTES or not text.strip()


COLUMNS = ("ORTH", "LEMMA", "POS", "TAG", "DEP", "SPACY", "HEAD", "SENT_START")
"""What is read of a document, as arrays: `Token` objects cost more than all else."""

SIGNED = ("HEAD", "SENT_START")
"""Those of them whose values can be negative."""


def tokens(doc: Doc) -> Tokens:
    """The document's tokens."""
    texts, lemmas, pos, tags, deps, spaces, heads, starts = _columns(doc)
    words = _dashed(_strings(doc, texts), spaces)
    paragraphs = _numbers("\n" in word for word in words)
    named = _strings(doc, pos)
    return Tokens(
        texts=words,
        lowers=tuple(map(str.lower, words)),
        lemmas=tuple(
            (lemma or word).lower()
            for lemma, word in zip(_strings(doc, lemmas), words, strict=True)
        ),
        pos=named,
        tags=_strings(doc, tags),
        deps=_strings(doc, deps),
        heads=tuple(index + head for index, head in enumerate(heads)),
        sentences=_numbers(
            index > 0 and start == 1 for index, start in enumerate(starts)
        ),
        paragraphs=paragraphs,
        quoted=_quoted(words, paragraphs),
        entities=entities(doc.ents, words, named, [not space for space in spaces]),
    )


def _dashed(words: tuple[str, ...], spaces: list[int]) -> tuple[str, ...]:
    """The words, a hyphen between blanks as the dash that it stands for."""
    before = (False, *map(bool, spaces))
    return tuple(
        "–" if word == "-" and after and blank else word
        for word, after, blank in zip(words, spaces, before, strict=False)
    )


def _columns(doc: Doc) -> list[list[int]]:
    """The values of each of the columns by token."""
    table = np.asarray(doc.to_array(list(COLUMNS))).reshape(len(doc), len(COLUMNS))
    return [
        (column.astype(np.int64) if name in SIGNED else column).tolist()
        for name, column in zip(COLUMNS, table.T, strict=True)
    ]


def _strings(doc: Doc, ids: list[int]) -> tuple[str, ...]:
    """The names of a column's values, each of which is looked up once."""
    names = {key: doc.vocab.strings[key] for key in set(ids)}
    return tuple(map(names.__getitem__, ids))


def _numbers(starts: Iterable[bool]) -> tuple[int, ...]:
    """The number of the sentence or paragraph of each token, by where they start."""
    return tuple(accumulate(map(int, starts)))


def _quoted(texts: tuple[str, ...], paragraphs: tuple[int, ...]) -> tuple[bool, ...]:
    """Whether each token is quoted; a new paragraph starts outside."""
    inside, paragraph, found = False, -1, []
    for text, number in zip(texts, paragraphs, strict=True):
        inside = inside and number == paragraph
        paragraph = number
        if text in QUOTES:
            inside = text in "“„«``" or (text == '"' and not inside)
        found.append(inside)
    return tuple(found)


Found = TypeVar("Found")
Rule: TypeAlias = Callable[[Tokens, int, int], Found]


def once(rule: Rule[Found]) -> Rule[Found]:
    """The rule, asked once about each stretch: what it found is kept on the tokens."""

    @wraps(rule)
    def found(tokens: Tokens, start: int, end: int) -> Found:
        known: dict[tuple[int, int], Found] = tokens.known[rule]
        if (start, end) not in known:
            known[start, end] = rule(tokens, start, end)
        return known[start, end]

    return found
