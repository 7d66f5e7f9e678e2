"""What the text says of a content's reality: conditional, future, negated."""

from collections.abc import Container, Iterator

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.conditions import begins_condition
from ontology.claim import Modality

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})

_NONE = frozenset({"neither", "nobody", "none", "nothing", "no-one"})
"""Words for nobody and nothing, which negate what they do or what is done to them."""

_NOT_ANY = frozenset({"neither", "no"})
_BUT = frozenset({"but", "less", "short"})
"""What takes a "nothing" back: "nothing but respect", "nothing less than a refund"."""

_AT_LEAST = frozenset({"fewer", "less"})
"""What the parse takes for the noun of "no fewer than nine schools"."""

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
    near = (root, *_children(span))
    return _is_going_to(root) or any(token.lower_ in _FUTURE for token in near)


def _is_going_to(verb: Token) -> bool:
    """Whether it is "going" before an infinitive; "going to the lake" is under way. The
    words tell: the parse hangs the "to" of "going to be late" here and there."""
    after = _next(verb)
    to = after is not None and after.lower_ == "to" and after.pos_ == "PART"
    return to and verb.lower_ == "going"


def _is_negated(span: Span) -> bool:
    return any(map(_negates, _children(span)))


def _children(span: Span) -> Iterator[Token]:
    """What hangs on the root within the span."""
    return (t for t in span.root.children if span.start <= t.i < span.end)


def _negates(token: Token) -> bool:
    if token.dep_ in _ARGUMENTS:
        return _is_nobody(token)
    if token.lower_ not in NEGATIONS | {"no"} or _is_before(token, {"only"}):
        return False
    return token.dep_ in ("advmod", "neg", "det")


def _is_nobody(noun: Token) -> bool:
    """Whether there is none of it: "nothing", "no water", "neither side"."""
    if noun.lower_ in _NONE:
        return not _is_before(noun, _BUT)
    missing = any(t.lower_ in _NOT_ANY and t.dep_ == "det" for t in noun.lefts)
    return missing and noun.lower_ not in _AT_LEAST and noun.lemma_ not in _SURE


def _is_before(token: Token, words: Container[str]) -> bool:
    after = _next(token)
    return after is not None and after.lower_ in words


def _next(token: Token) -> Token | None:
    return token.nbor() if token.i + 1 < len(token.doc) else None
