"""A document's tokens as plain tuples: read often, so taken from spaCy once."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from itertools import chain
from typing import Any, TypeAlias, TypeVar

import numpy as np
import numpy.typing as npt
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

    def children(self, head: int) -> list[int]:
        """The dependents of a token, in their order."""
        order, starts = self._by_head
        return order[starts[head] : starts[head + 1]]

    @cached_property
    def _by_head(self) -> tuple[list[int], list[int]]:
        """The tokens ordered by their heads, roots last, and where each head's start:
        two lists, and not one for every head."""
        heads = np.array(self.heads, dtype=np.int64)
        places = np.arange(len(heads) + 1)
        heads[heads == places[:-1]] = len(heads)
        order = heads.argsort(kind="stable")
        return order.tolist(), heads[order].searchsorted(places).tolist()

    @cached_property
    def known(self) -> defaultdict[Any, dict[tuple[int, int], Any]]:
        """What rules that are asked `once` found, by rule and stretch."""
        return defaultdict(dict)

    def text(self, start: int, end: int) -> str:
        """The words with single blanks, as a reader would set them."""
        return "".join(self._pieces[start:end]).strip()

    @cached_property
    def _pieces(self) -> list[str]:
        """The words, a blank before each that does not touch the one before it."""
        before = ("", *self.texts)
        return [
            word if last in "-(" or _is_glued(word) else f" {word}"
            for last, word in zip(before, self.texts, strict=False)
        ]

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


def _is_glued(word: str) -> bool:
    """Whether a word touches the one before it, or is none."""
    return word in ",.;:)%-" or word.startswith(("'", "’")) or not word.strip()


NAMES = ("ORTH", "LEMMA", "POS", "TAG", "DEP")
NUMBERS = ("SPACY", "HEAD", "SENT_START")
"""What is read of a document, as arrays: `Token` objects cost more than all else."""


def tokens(doc: Doc) -> Tokens:
    """The document's tokens."""
    texts, lemmas, pos, tags, deps = _names(doc)
    spaces, heads, starts = _numbers(doc)
    starts[:1] = 0  # the first sentence has number 0
    words = _dashed(texts, spaces.tolist())
    lemmas = tuple(map(_lemma, lemmas, words))
    paragraphs = _counted(["\n" in word for word in words])
    return Tokens(
        texts=words,
        lowers=tuple(map(str.lower, words)),
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=tuple((np.arange(len(doc)) + heads).tolist()),
        sentences=_counted(starts == 1),
        paragraphs=paragraphs,
        quoted=_quoted(words, paragraphs),
        entities=entities(doc.ents, words, lemmas, pos, (spaces == 0).tolist()),
    )


def _lemma(lemma: str, word: str) -> str:
    """The lemma in small letters; the word, where nothing gave one."""
    return (lemma or word).lower()


def _dashed(words: tuple[str, ...], spaces: list[int]) -> tuple[str, ...]:
    """The words, a hyphen between blanks as the dash that it stands for."""
    before = (False, *map(bool, spaces))
    return tuple(
        "–" if word == "-" and after and blank else word
        for word, after, blank in zip(words, spaces, before, strict=False)
    )


def _names(doc: Doc) -> list[tuple[str, ...]]:
    """The columns of NAMES, by token; each name is looked up once."""
    columns = _table(doc, NAMES).T.tolist()
    names = {key: doc.vocab.strings[key] for key in set(chain.from_iterable(columns))}
    return [tuple(map(names.__getitem__, column)) for column in columns]


def _numbers(doc: Doc) -> npt.NDArray[np.int64]:
    """The columns of NUMBERS, by token; they can be negative."""
    return _table(doc, NUMBERS).T.astype(np.int64)


def _table(doc: Doc, columns: Sequence[str]) -> npt.NDArray[np.uint64]:
    """What the document holds in these columns, one row a token."""
    table: npt.NDArray[np.uint64] = np.asarray(doc.to_array([*columns]))
    return table.reshape(len(doc), len(columns))


def _counted(starts: npt.ArrayLike) -> tuple[int, ...]:
    """The number of the sentence or paragraph of each token, by where they start."""
    return tuple(np.cumsum(starts).tolist())


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
        stretch = start, end
        if stretch not in known:
            known[stretch] = rule(tokens, start, end)
        return known[stretch]

    return found
