"""What the text says of a content's reality: conditional, future, negated."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from extract.conditions import begins_condition
from ontology.claim import Modality

_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


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
    going = root.lower_ == "going" and any(t.dep_ == "aux" for t in root.children)
    near = (root, *_children(span))
    return going or any(token.lower_ in _FUTURE for token in near)


def _is_negated(span: Span) -> bool:
    return any(map(_negates, _children(span)))


def _children(span: Span) -> Iterator[Token]:
    """What hangs on the root within the span."""
    return (t for t in span.root.children if span.start <= t.i < span.end)


def _negates(token: Token) -> bool:
    return token.lower_ in NEGATIONS | {"no"} and token.dep_ in ("advmod", "neg", "det")
