"""The dates of a document beside its attributions, and what their words tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.dates.context import TextDate
from extract.dates.meanings import Range, Stretch
from extract.dates.occasions import OCCASIONS, SPEAKING
from extract.lemmas import is_form_of

REFUSED = frozenset({"before", "until", "till", "by", "ahead of", "for", "to"})
"""Prepositions with which a date bounds something, and is not when it was said."""

VERBAL = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
"""Parts of speech of words that begin another clause."""

BETWEEN = frozenset({"PUNCT", "SPACE"})
"""Parts of speech of what parts one clause from the next."""


@dataclass(frozen=True)
class Candidates:
    """The dates of a document beside its attributions.

    `text` is the document's: spaCy puts it together anew at every call.
    """

    doc: Doc
    text: str
    attributions: tuple[Attribution, ...]
    dates: tuple[TextDate, ...]

    @cached_property
    def contents(self) -> list[tuple[int, Span]]:
        """Every piece of content with the number of its attribution."""
        return [
            (number, piece)
            for number, each in enumerate(self.attributions)
            for piece in each.content
        ]

    def around(self, start: int, end: int) -> set[int]:
        """The attributions within whose words these characters stand."""
        return {
            number
            for number, piece in self.contents
            if piece.start_char <= start and end <= piece.end_char
        }


def is_bound(told: TextDate) -> bool:
    """Whether the words bound a time: "by Friday", "until 2026"."""
    meaning = told.expression.meaning
    if isinstance(meaning, Range) and meaning.start is None:
        return True
    if isinstance(meaning, Stretch) and meaning.count > 0:
        return True
    return told.expression.preposition in REFUSED


def is_of(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether the token is a form of one of the lemmas."""
    return is_form_of(token.lemma_, token.text, lemmas)


def is_inside(token: Token, attribution: Attribution) -> bool:
    """Whether the token is of what is said."""
    return any(piece.start <= token.i < piece.end for piece in attribution.content)


def relation(token: Token) -> str:
    """The token's relation to its head, without a subtype."""
    return token.dep_.partition(":")[0].lower()


def has_verb(tokens: Iterable[Token]) -> bool:
    """Whether another clause begins among them."""
    return any(token.pos_ in VERBAL for token in tokens)


def tells_occasion(tokens: Iterable[Token]) -> bool:
    """Whether they name an occasion, and tell of nothing but speaking on it: "in an
    email sent"."""
    words = tuple(tokens)
    named = any(is_of(token, OCCASIONS) for token in words)
    verbs = (token for token in words if token.pos_ in VERBAL)
    return named and all(is_of(verb, SPEAKING) for verb in verbs)
