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
    things = [c for c in phrases if not (c.is_vague or is_actor(c.head))]
    for first in dict.fromkeys(map(_first, (best.head, best.head.head))):
        members = [first, *(token for token in first.rights if token.dep_ == "conj")]
        own = _member(best.head, members)
        for member in members:
            inside = (c for c in things if _member(c.head, members) == member)
            if member != own:
                yield from list(inside)[:1]


def _first(token: Token) -> Token:
    """The first member of the list that a word heads a member of, else itself."""
    return token.head if token.dep_ == "conj" else token


def _member(token: Token, members: Sequence[Token]) -> Token | None:
    """The member of a list that a word belongs to."""
    return next((t for t in (token, *token.ancestors) if t in members), None)
