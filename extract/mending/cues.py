"""Cues without the day that ends them: "said | yesterday", "warned | on Monday"."""

from itertools import takewhile

from spacy.tokens import Span, Token

_ON = frozenset({"in", "late", "on"})


def undated(cue: Span) -> Span:
    """The cue without the date that ends it, and what leads to that."""
    day = [*takewhile(_is_date, reversed(cue))]
    before = [*reversed(cue)][len(day) :]
    lead = [*takewhile(lambda t: t.lower_ in _ON, before)] if day else []
    end = cue.end - len(day) - len(lead)
    return Span(cue.doc, cue.start, max(end, cue.start + 1), label=cue.label_)


def _is_date(token: Token) -> bool:
    return token.ent_type_ == "DATE"
