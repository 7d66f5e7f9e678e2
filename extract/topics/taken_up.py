"""What a content takes up from the text before it: "the offer", "both of them"."""

from collections.abc import Sequence

from spacy.tokens import Doc, Span

from extract.topics.actors import is_actor
from extract.topics.candidates import Candidate
from extract.topics.phrases import is_head, phrase

_NEW = frozenset({"a", "an", "another", "any", "each", "every", "no"})
"""Words before a noun that takes up nothing told before."""

_THEM = frozenset({"them", "these", "those"})
_IT = frozenset({"it", "this", "that"})


def compounds(doc: Doc) -> list[Candidate]:
    """The nouns that another noun tells closer: the pay offer."""
    whole = doc[:]
    told = dict.fromkeys(
        token.head
        for token in doc
        if token.dep_ == "compound" and token.pos_ == "NOUN" and token.i < token.head.i
    )
    return [Candidate(phrase(t, whole), t, "noun") for t in told if is_head(t)]


def in_full(found: Candidate, earlier: Sequence[Candidate]) -> Candidate:
    """The compound told last before that a bare "offer" takes up, else itself."""
    new = any(token.lower_ in _NEW for token in found.head.lefts)
    if len(found.span) > 1 or new:
        return found
    lemma, at = found.head.lemma_.lower(), found.head.i
    alike = (c for c in earlier if c.head.i < at and c.head.lemma_.lower() == lemma)
    return max(alike, key=lambda compound: compound.head.i, default=found)


def is_taken_up(best: Candidate, contents: Sequence[Span]) -> bool:
    """Whether what it is about was told before: "both of them", or an "it" to which
    somebody, the best phrase, does something."""
    subjects = [t for t in contents[0].root.lefts if t.dep_.startswith("nsubj")]
    some = any(t.lower_ in _THEM for own in subjects for t in own.rights)
    suffers = any(t.dep_ == "nsubj:pass" and t.lower_ in _IT for t in subjects)
    return some or (suffers and is_actor(best.head))


def points_back(best: Candidate, *, alone: bool) -> bool:
    """Whether it says what it is with what was told before: "such a pause", and, where
    it is all that is told, "the whole thing"."""
    start = best.span.start
    before = best.span.doc[max(start - 2, 0) : start]
    such = len(best.span) == 1 and any(token.lower_ == "such" for token in before)
    return such or (alone and best.is_vague)
