"""What a content takes up from the text before it: "the offer", "such a pause"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from extract.topics.candidates import Candidate
from extract.topics.phrases import noun_phrases

_NEW = frozenset({"a", "an", "another", "any", "each", "every", "no"})
"""Words before a noun that takes up nothing told before."""


def compounds(doc: Doc) -> list[Candidate]:
    """The nouns that another noun tells closer, in order: the pay offer."""
    return [
        Candidate(phrase, head, "noun")
        for head, phrase in noun_phrases(doc[:])
        if any(t.dep_ == "compound" and t.pos_ == "NOUN" for t in head.lefts)
    ]


def in_full(found: Candidate, told: Sequence[Candidate]) -> Candidate:
    """The compound told last before that a bare "offer" takes up, else itself."""
    new = any(token.lower_ in _NEW for token in found.head.lefts)
    if len(found.span) > 1 or new:
        return found
    lemma, at = found.head.lemma_.lower(), found.head.i
    earlier = (c for c in told if c.head.i < at and c.head.lemma_.lower() == lemma)
    return max(earlier, key=lambda compound: compound.head.i, default=found)


def is_taken_up(span: Span) -> bool:
    """Whether "such a pause" takes up what was told before."""
    before: Token = span.doc[max(span.start - 1, 0)]
    return len(span) == 1 and "such" in (
        before.lower_, span.doc[max(span.start - 2, 0)].lower_
    )  # fmt: skip
