"""A claim as one cites it."""

from api.showing.wording import when, who
from ontology.claim import Claim, QuoteType


def citation(claim: Claim, address: str) -> str:
    """One line: who, in which words, in what, when, and where it can be looked up."""
    article = claim.article
    said = claim.content.text
    words = said if claim.quote is QuoteType.INDIRECT else f"“{said}”"
    parts = [
        f"{who(claim.speaker)} {claim.stance}: {_closed(words)}",
        when(claim.date),
        f"In: {article.title or article.source}",
        article.publisher or "",
        f"published {article.published}" if article.published else "",
        article.url or "",
        f"On the Record, {address}",
    ]
    return " ".join(_closed(part) for part in parts if part)


def _closed(sentence: str) -> str:
    """With a full stop at its end, if nothing closes it; an address stays as it is."""
    open_ended = sentence[-1:].isalnum() and "://" not in sentence.rpartition(" ")[2]
    return f"{sentence}." if open_ended or sentence[-1:] in ")”" else sentence
