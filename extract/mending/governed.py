"""What a cue without a content attributes, by grammar."""

from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from extract.agents.lexicon import word_class
from extract.dates.sentences import sentence_tokens
from extract.known_cues import VERBS

_CLAUSES = frozenset({"ccomp", "xcomp"})
_ENDING = frozenset({"advcl", "cc", "conj", "parataxis", "punct"})
"""What no longer belongs to what a verb governs."""

_WITH_ADDRESSEE = word_class("telling") | word_class("asking") | {"worry"}
"""Verbs whose object is whom they address, or worry."""

_GOVERNING = VERBS - _WITH_ADDRESSEE

_ABOUT = frozenset({"about", "against", "for", "of", "on", "over"})
"""Prepositions that lead to what somebody wants or fears."""

_ACCORDING = "according to"


def content_of(cue: Span, source: Sequence[Span]) -> Span | None:
    """What a cue without a content attributes, by grammar: the rest of the sentence
    beside "according to", the clause that its verb governs, or what its last
    preposition does ("is pushing for ...")."""
    if cue.text.lower() == _ACCORDING:
        return _rest(cue, source)
    rights = [*cue.root.rights]
    at = next((n for n, t in enumerate(rights) if _is_governed(t, cue)), None)
    if at is None or rights[at].left_edge.i < cue.end - 1:
        return None
    governed = [*takewhile(lambda token: token.dep_ not in _ENDING, rights[at:])]
    start = max(governed[0].left_edge.i, cue.end)
    return _stretch(cue.doc, start, governed[-1].right_edge.i + 1)


def _is_governed(token: Token, cue: Span) -> bool:
    """Whether it is the verb's clause, or hangs on it by the cue's last word.

    Of a known verb also what it is "for" or "against", and its object, unless that is
    whom it addresses.
    """
    if token.dep_ in _CLAUSES:
        return True
    ties = [case for case in token.lefts if case.dep_ == "case"]
    if any(case.i == cue.end - 1 for case in ties):
        return True
    if cue.root.lemma_.lower() not in _GOVERNING:
        return False
    tied = any(case.i == cue.end and case.lower_ in _ABOUT for case in ties)
    return token.dep_ in ("obj", "iobj") or (tied and token.ent_type_ != "DATE")


def _rest(cue: Span, source: Sequence[Span]) -> Span | None:
    first, last = sentence_tokens(cue.doc, cue)
    after = max([cue.end, *(span.end for span in source)])
    if cue.start - first > last - after:
        return _stretch(cue.doc, first, cue.start)
    return _stretch(cue.doc, after, last)


def _stretch(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens without blanks and stops at their ends; None if none are left."""
    while start < end and (doc[start].is_space or doc[start].text == ","):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].text in ".,;"):
        end -= 1
    return Span(doc, start, end, label="content") if end - start > 1 else None
