"""What the text says of a content's reality: conditional, future, negated."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.conditions import begins_condition
from ontology.claim import Modality

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})

_NONE = frozenset({"nobody", "none", "nothing", "no-one"})
"""Words for nobody and nothing, which negate what they do or what is done to them."""

_SURE = frozenset({"doubt", "question"})
"""Nouns by whose absence something is affirmed: "there is no doubt"."""

_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj"})


def modality(attribution: Attribution) -> tuple[Modality, ...]:
    """The modalities of the content, in the order of the enumeration."""
    words = (token for span in attribution.content for token in span)
    found = {
        Modality.CONDITIONAL: any(map(begins_condition, words)),
        Modality.FUTURE: any(_is_future(span) for span in attribution.content),
        Modality.NEGATED: _is_negated(attribution.content[0]),
    }
    return tuple(name for name, present in found.items() if present)


def _is_future(span: Span) -> bool:
    root = span.root
    going = root.lower_ == "going" and any(map(_is_infinitive, root.rights))
    near = (root, *_children(span))
    return going or any(token.lower_ in _FUTURE for token in near)


def _is_infinitive(token: Token) -> bool:
    return any(t.lower_ == "to" and t.pos_ == "PART" for t in token.lefts)


def _is_negated(span: Span) -> bool:
    return any(map(_negates, _children(span)))


def _children(span: Span) -> Iterator[Token]:
    """What hangs on the root within the span."""
    return (t for t in span.root.children if span.start <= t.i < span.end)


def _negates(token: Token) -> bool:
    if token.dep_ in _ARGUMENTS:
        return _is_nobody(token)
    return token.lower_ in NEGATIONS | {"no"} and token.dep_ in ("advmod", "neg", "det")


def _is_nobody(noun: Token) -> bool:
    """Whether there is none of it: "nothing", "no water"."""
    if noun.lower_ in _NONE:
        return True
    missing = any(t.lower_ == "no" and t.dep_ == "det" for t in noun.lefts)
    return missing and noun.lemma_ not in _SURE
