"""The sentence around a span, cut at line ends whatever the parser made of them."""

from spacy.tokens import Doc, Span

from ontology.claim import Span as Offsets


def sentence(doc: Doc, span: Span) -> Offsets:
    """Characters of the sentence or sentences that a span stands in."""
    first, last = sentence_tokens(doc, span)
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])


def sentence_tokens(doc: Doc, span: Span) -> tuple[int, int]:
    """The same as tokens, end exclusive."""
    first, last = span.start, span.end
    while first > 0 and not _starts(doc, first):
        first -= 1
    while last < len(doc) and not _starts(doc, last):
        last += 1
    return first, last


def paragraph(text: str, span: Span) -> Offsets:
    """Characters of the line of the document's text that a span stands in."""
    end = text.find("\n", span.end_char)
    start = text.rfind("\n", 0, span.start_char) + 1
    return start, len(text) if end < 0 else end


def _starts(doc: Doc, index: int) -> bool:
    """Whether a new sentence or a new line begins with this token.

    A parser that starts one after a word or a comma is not believed: it parts
    "On March 14," from what was said then.
    """
    before = doc[index - 1]
    if before.is_space:
        return "\n" in before.text
    return bool(doc[index].is_sent_start) and not _goes_on(before.text)


def _goes_on(word: str) -> bool:
    return word[-1].isalnum() or word in (",", "-", "–", "—", "(")
