"""Those who act in a content: they are seldom what it is about."""

from spacy.tokens import Token

from extract.agents.lexicon import BODIES, role

_NAMED = frozenset({"PERSON", "ORGANIZATION", "LOCATION"})


def is_actor(head: Token) -> bool:
    """Whether it is somebody: a person, a body or a place by name, a role."""
    named = head.ent_type_ in _NAMED
    return named or role(head.lower_) is not None or head.lower_ in BODIES
