"""Which noun phrase tells the topic: what speaks against one, apart from the model."""

from typing import NamedTuple

from spacy.tokens import Span, Token

from extract.agents.lexicon import BODIES, role
from ontology.topics import Concept

NAMED = 1.5
"""Added to a phrase's topic score (a logit) where the scheme has a name for it."""

ACTOR = 2.0
"""Taken from it where the phrase is who acts: a topic only if nothing else is."""

_ACTORS = frozenset({"PERSON", "ORGANIZATION", "LOCATION"})

_VAGUE = """
ability amount aspect attempt attitude basis beginning bit chance comment commitment
day degree detail effort end example form half hour idea importance instance intention
interest issue kind lack likelihood lot majority matter minute moment month morning
necessity need notion number one opportunity option part percent percentage period
piece point position possibility prospect question reality reason remark return right
role second sense series side situation something sort stance statement step term
thing third time today tomorrow view way week will willingness word year
"""
VAGUE = frozenset(_VAGUE.split())
"""Nouns that are no topic by themselves: importance of what, which position?"""


class Phrase(NamedTuple):
    """A phrase of a content, its topic score, its name, and the concept it names."""

    span: Span
    score: float
    name: str
    concept: Concept | None


def is_topic(span: Span) -> bool:
    """Whether the phrase says what something is about."""
    root = span.root
    bare = len(span) == 1
    if root.ent_type_ == "DATE" or root.lower_ in ("a.m.", "p.m.") or root.like_num:
        return False
    return not (bare and {root.lower_, root.lemma_.lower()} & VAGUE)


def is_actor(span: Span) -> bool:
    """Whether the phrase is somebody: a person, a body or a place by name, a role."""
    root = span.root
    if root.ent_type_ in _ACTORS:
        return True
    return role(root.lower_) is not None or root.lower_ in BODIES


def is_taken_up(span: Span) -> bool:
    """Whether "such a pause" takes up what was told before."""
    before: Token = span.doc[max(span.start - 1, 0)]
    return len(span) == 1 and "such" in (
        before.lower_, span.doc[max(span.start - 2, 0)].lower_
    )  # fmt: skip
