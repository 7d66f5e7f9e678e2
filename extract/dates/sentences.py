"""The sentence around a span, cut at line ends whatever the parser made of them."""

from bisect import bisect_left, bisect_right
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from ontology.claim import Span as Offsets

STARTS = "onrecord_starts"
"""Key of `doc.user_data`: the tokens that begin a sentence or a line, and the end."""


def sentence(doc: Doc, span: Span) -> Offsets:
    """Characters of the sentence or sentences that a span stands in."""
    first, last = sentence_tokens(doc, span)
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


def sentence_tokens(doc: Doc, span: Span) -> tuple[int, int]:
    """The same as tokens, end exclusive."""
    if STARTS not in doc.user_data:
        doc.user_data[STARTS] = _starts(doc)
    starts: list[int] = doc.user_data[STARTS]
    first = starts[bisect_right(starts, span.start) - 1]
    return first, starts[bisect_left(starts, span.end)]


def paragraph(text: str, span: Span) -> Offsets:
    """Characters of the line of the document's text that a span stands in."""
    end = text.find("\n", span.end_char)
    start = text.rfind("\n", 0, span.start_char) + 1
    return start, len(text) if end < 0 else end


def _starts(doc: Doc) -> list[int]:
    begun = (token.i for before, token in pairwise(doc) if _begins(token, before))
    return [0, *begun, len(doc)]


def _begins(token: Token, before: Token) -> bool:
    """Whether a new sentence or a new line begins with this token.

    A parser that starts one after a word or a comma is not believed: it parts
    "On March 14," from what was said then.
    """
    if before.is_space:
        return "\n" in before.text
    return bool(token.is_sent_start) and not _goes_on(before.text)


def _goes_on(word: str) -> bool:
    return word[-1].isalnum() or word in (",", "-", "–", "—", "(")
