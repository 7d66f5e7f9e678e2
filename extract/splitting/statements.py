"""The sentences of a content, each as an attribution of its own."""

from dataclasses import replace
from itertools import pairwise

from spacy.strings import get_string_id
from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.modality import NEGATIONS
from extract.splitting.trimming import trimmed

SENTENCE_ENDS = frozenset(".!?:…")
"""Marks before a piece of a content that make it a sentence of its own."""

SHORTEST_SENTENCE = 3
"""Words that a sentence needs to be told apart from those beside it."""

QUOTATION_MARKS = frozenset("\"“”„«»'‘’")

_BEFORE_SENTENCE = (SENTENCE_ENDS - {":"}) | QUOTATION_MARKS
"""What stands within a piece before a sentence of its own."""

_CALLING = frozenset("?!")
"""Marks after which a capital begins a sentence, whatever the parse: no abbreviation
ends with them."""

MARK, CONJ, CC, BUT = map(get_string_id, ("mark", "conj", "cc", "but"))
"""Compared as numbers, which tokens hold: their names are looked up at every call."""


def sentences(attribution: Attribution) -> list[Attribution]:
    """The attribution once for each sentence of its content, or clause that "and that"
    joins, with those before it, or "but" after a "not".

    In “No,” she said. “We will stay.” two things are said; in “We,” she said, “will
    stay.” one is.
    """
    groups: list[list[Span]] = []
    for piece in attribution.content:
        if not groups or _begins_sentence(piece) or _is_apart(groups[-1][-1], piece):
            groups.append([])
        first, *rest = _statements(piece)
        groups[-1].append(first)
        groups += [[part] for part in rest]
    return [replace(attribution, content=tuple(group)) for group in groups]


def _statements(piece: Span) -> list[Span]:
    """The sentences of a piece, and the clauses that are joined in it."""
    found: list[Span] = []
    start = piece.start
    pairs = [*pairwise(piece)]
    listed = piece[0].lower_ == "that" and any(_joins_that(*pair) for pair in pairs)
    begun = [
        at.i
        for before, at in pairs
        if _begins_statement(before, at) or (listed and _lists_that(before, at))
    ]
    for at in begun:
        if _tells(piece.doc[start:at]) and _tells(piece.doc[at : piece.end]):
            found.append(trimmed(Span(piece.doc, start, at, label=piece.label)))
            start = at
    return [*found, trimmed(Span(piece.doc, start, piece.end, label=piece.label))]


def _begins_statement(before: Token, token: Token) -> bool:
    """Whether a statement begins with a word, by it and the one before it."""
    if token.is_sent_start and before.text in _BEFORE_SENTENCE:
        return True
    called = before.text in _CALLING and token.is_title
    return called or _joins_that(before, token) or _is_contrast(before)


def _joins_that(before: Token, token: Token) -> bool:
    """Whether they are an "and that" which joins clauses."""
    joined = token.dep == MARK and token.head.dep == CONJ
    return joined and token.lower_ == "that" and before.dep == CC


def _lists_that(before: Token, token: Token) -> bool:
    """Whether a clause of a list begins: "that tolls fall, | that roads be mended"."""
    return before.text == "," and token.dep == MARK and token.lower_ == "that"


def _is_contrast(joining: Token) -> bool:
    """Whether what follows is held instead: "does not want a pause but seeks peace"."""
    if joining.lower != BUT or joining.head.dep != CONJ:
        return False
    held, denied = joining.head, joining.head.head
    return held.pos_ == "VERB" and any(t.lower_ in NEGATIONS for t in denied.children)


def _tells(part: Span) -> bool:
    """Whether it says something by itself: "Never!" does not."""
    telling = any(token.pos_ in ("VERB", "AUX") for token in part)
    return telling and sum(not token.is_punct for token in part) >= SHORTEST_SENTENCE


def _is_apart(before: Span, piece: Span) -> bool:
    """Whether a sentence begins between two pieces, and the second is not quoted."""
    if piece[0].text in QUOTATION_MARKS:
        return False
    between = piece.doc[before.end : piece.start]
    return any(token.text in SENTENCE_ENDS for token in between)


def _begins_sentence(piece: Span) -> bool:
    before = piece.start - 1
    marks = piece.doc[max(before, 0)]
    while before > 0 and (marks.is_space or marks.text in QUOTATION_MARKS):
        before -= 1
        marks = piece.doc[before]
    return before < 0 or marks.text[-1] in SENTENCE_ENDS
