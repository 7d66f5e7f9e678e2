"""Joining a body, as a topic: "to join the EU" is about EU membership."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

_JOINING = frozenset(
    {"join", "joins", "joined", "joining", "membership", "accession", "accede", "admit",
     "admitted", "admitting", "admission", "entry"}
)  # fmt: skip
REACH = 6
"""Words from the verb or noun to the body's name."""


def memberships(content: Span) -> Iterator[str]:
    """The names of the topics where a content speaks of joining."""
    for token in content:
        if token.lower_ in _JOINING:
            body = _body(token, content)
            if body is not None:
                yield f"{body.text} membership"


def _body(token: Token, content: Span) -> Span | None:
    """The organization nearest to the word, those after it first."""
    near = [
        name
        for name in content.ents
        if name.label_ == "ORGANIZATION" and abs(name.start - token.i) <= REACH
    ]
    after = [name for name in near if name.start > token.i]
    return min(after or near, key=lambda name: abs(name.start - token.i), default=None)
