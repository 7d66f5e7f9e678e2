"""Whom a relative pronoun takes up: the noun that its clause describes."""

from extract.agents.tokens import Tokens


def antecedent(tokens: Tokens, index: int) -> int | None:
    """The noun that the relative clause of a pronoun describes."""
    noun = _described(tokens, index)
    if noun is None or tokens.lowers[index] != "who":
        return noun
    return _person_of(tokens, noun)


def _described(tokens: Tokens, index: int) -> int | None:
    """The noun on which the clause hangs by the parse, else the nearest before it."""
    verb = tokens.heads[index]
    for _ in range(3):
        if tokens.deps[verb].startswith("acl"):
            return tokens.heads[verb]
        verb = tokens.heads[verb]
    for before in range(index - 1, max(index - 4, -1), -1):
        if tokens.pos[before] in ("NOUN", "PROPN"):
            return before
    return None


def _person_of(tokens: Tokens, noun: int) -> int:
    """The person whose body a noun names: Jane Roe of the Acme Trust, who said."""
    start, _, label = tokens.entity_at.get(noun, (noun, noun, ""))
    start -= tokens.lowers[start - 1] == "the"
    person = tokens.entity_at.get(start - 2, (0, 0, ""))
    tied = label == "ORGANIZATION" and tokens.lowers[start - 1] in ("of", "from", "at")
    return person[1] - 1 if tied and person[2] == "PERSON" else noun
