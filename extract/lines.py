"""The lines of a text, as its tokens have them."""

from collections.abc import Iterator
from itertools import groupby

from spacy.tokens import Doc, Span, Token


def filled_lines(doc: Doc, start: int = 0) -> Iterator[Span]:
    """The filled lines from a token on."""
    for broken, run in groupby(doc[start:], _breaks):
        if not broken:
            first, *rest = run
            yield doc[first.i : first.i + 1 + len(rest)]


def _breaks(token: Token) -> bool:
    return token.is_space and "\n" in token.text
