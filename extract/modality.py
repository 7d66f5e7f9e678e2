"""What the text says of a content's reality: conditional, future, negated."""

import re
from collections.abc import Iterator

from spacy.tokens import Span, Token

from extract.attributions import Attribution
from ontology.claim import Modality

_CONDITIONAL = re.compile(
    r"\b(unless|only if|provided (?:that|they|it|he|she|we)|on (?:the )?condition"
    r"|as long as|so long as|if and when|if)\b",
    re.IGNORECASE,
)
_FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo"})
NEGATIONS = frozenset({"not", "n't", "n’t", "never"})


def modality(attribution: Attribution) -> tuple[Modality, ...]:
    """The modalities of the content, in the order of the enumeration."""
    text = " ".join(span.text for span in attribution.content)
    found = {
        Modality.CONDITIONAL: _CONDITIONAL.search(text) is not None,
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
