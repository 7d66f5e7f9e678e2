"""Parts of a content, without what joins them."""

from spacy.tokens import Span


def trimmed(part: Span) -> Span:
    """The part without the comma and the conjunction that lead to the next."""
    start, end = part.start, part.end
    while end > start + 1 and (
        part.doc[end - 1].dep_ == "cc" or part.doc[end - 1].text in ",;"
    ):
        end -= 1
    return Span(part.doc, start, end, label=part.label_)
