"""The parts of attributions: the runs of words that the encoder tags as one."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc, Span

from extract.dates.sentences import sentence_tokens
from extract.encoding.encoder import softmax
from extract.encoding.labels import ROLE_TAGS, spans_of
from extract.encoding.viterbi import Floats
from extract.encoding.words import Words
from extract.known_cues import role_tags

QUOTES = frozenset("\"“‘«'")
"""Marks with which a quotation opens."""


class Part(NamedTuple):
    """A tagged run of words `[start, end)`, and the mean probability of its tags."""

    start: int
    end: int
    role: str
    probability: float


class Page(NamedTuple):
    """The words of a document where they stand, one item a word.

    `indices` are their tokens, `lines` the numbers of their lines, and `quotes` their
    places to the quotation marks (indices into `extract.encoding.words.QUOTES`).
    """

    doc: Doc
    indices: Sequence[int]
    lines: Sequence[int]
    quotes: Sequence[int]

    @classmethod
    def of(cls, doc: Doc, words: Words, indices: Sequence[int]) -> "Page":
        """The page of these words, which are these tokens of the document."""
        lines = np.cumsum(np.array(words.breaks) > 0).tolist()
        return cls(doc, indices, lines, words.quotes)

    def span(self, part: Part) -> Span:
        """The part as tokens."""
        last = self.indices[part.end - 1] + 1
        return Span(self.doc, self.indices[part.start], last, label=part.role)

    def is_quoted(self, part: Part) -> bool:
        """Whether the part opens with a quotation mark."""
        return self.doc[self.indices[part.start]].text in QUOTES

    def in_one_line(self, part: Part, other: Part) -> bool:
        """Whether both begin in the same line."""
        return self.lines[part.start] == self.lines[other.start]

    def in_one_sentence(self, part: Part, other: Part) -> bool:
        """Whether both begin in the same sentence."""
        return self._sentence(part) == self._sentence(other)

    def _sentence(self, part: Part) -> int:
        return sentence_tokens(self.doc, self.span(part))[0]


def parts(page: Page, scores: Floats, transitions: Floats) -> list[Part]:
    """The parts in their order, by the scores of each word's tags; none goes on over
    several lines but a quotation."""
    tags = role_tags(page.doc, scores, page.indices, transitions)
    return [own for part in _tagged(scores, tags) for own in _by_line(page, part)]


def _tagged(scores: Floats, tags: Sequence[int]) -> list[Part]:
    """The runs of words that have the same role."""
    probabilities = softmax(scores)[np.arange(len(tags)), tags]
    return [
        Part(a, b, role, float(probabilities[a:b].mean()))
        for a, b, role in spans_of([ROLE_TAGS[tag] for tag in tags])
    ]


def _by_line(page: Page, part: Part) -> list[Part]:
    """The part, each of its lines by itself; a quotation whole."""
    if page.is_quoted(part):
        return [part]
    inside = range(part.start + 1, part.end)
    turns = (row for row in inside if page.lines[row] > page.lines[row - 1])
    starts = [part.start, *turns]
    ends = [*starts[1:], part.end]
    return [part._replace(start=a, end=b) for a, b in zip(starts, ends, strict=True)]
