"""A document's tokens as plain tuples: read often, so taken from spaCy once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extract.agents.entities import entities

QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "``", "''"})
POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_EDGES = frozenset({",", ".", ":", ";", "-", "–", "—", "--", "(", ")", "|", "...", "…"})


@dataclass(frozen=True)
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


def tokens(doc: Doc) -> Tokens:
    """The document's tokens."""
    words = list(doc)
    texts = tuple(token.text for token in words)
    paragraphs = _paragraphs(doc)
    return Tokens(
        texts=texts,
        lowers=tuple(text.lower() for text in texts),
        lemmas=tuple((token.lemma_ or token.text).lower() for token in words),
        pos=tuple(token.pos_ for token in words),
        tags=tuple(token.tag_ for token in words),
        deps=tuple(token.dep_ for token in words),
        heads=tuple(token.head.i for token in words),
        sentences=_sentences(doc),
        paragraphs=paragraphs,
        quoted=_quoted(texts, paragraphs),
        entities=entities(doc),
    )


def _sentences(doc: Doc) -> tuple[int, ...]:
    number, found = 0, []
    for token in doc:
        number += bool(token.i and token.is_sent_start)
        found.append(number)
    return tuple(found)


def _paragraphs(doc: Doc) -> tuple[int, ...]:
    """Paragraph numbers: a line end between two tokens starts a new one."""
    number, end, found, text = 0, 0, [], doc.text
    for token in doc:
        if "\n" in text[end : token.idx] or "\n" in token.text:
            number += 1
        end = token.idx + len(token.text)
        found.append(number)
    return tuple(found)


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
