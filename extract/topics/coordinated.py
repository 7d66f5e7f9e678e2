"""The other members of a list: "to scrap the fine, lower the tax and train staff"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from extract.topics.actors import is_actor
from extract.topics.candidates import Candidate


def others(best: Candidate, phrases: Sequence[Candidate]) -> Iterator[Candidate]:
    """The likeliest thing in each other member of the lists that the best phrase is in.

    What is listed is the phrase, or the word that it depends on. `phrases` are the
    likeliest first.
    """
    for members in _lists(best.head):
        things = [c for c in phrases if not (c.is_vague or is_actor(c.head))]
        own = _member(best.head, members)
        for member in members:
            inside = (c for c in things if _member(c.head, members) == member)
            if member != own:
                yield from list(inside)[:1]


def _lists(token: Token) -> Iterator[list[Token]]:
    """The members of each list that the word, or the one that it depends on, is in."""
    for first in dict.fromkeys(map(_first, (token, token.head))):
        others = [below for below in first.rights if below.dep_ == "conj"]
        if others:
            yield [first, *others]


def _first(token: Token) -> Token:
    """The first member of the list that a word heads a member of, else itself."""
    return token.head if token.dep_ == "conj" else token


def _member(token: Token, members: Sequence[Token]) -> Token | None:
    """The member of a list that a word belongs to."""
    return next((t for t in (token, *token.ancestors) if t in members), None)
