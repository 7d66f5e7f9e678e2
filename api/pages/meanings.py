"""What each stance means, as the vocabulary defines it."""

from functools import cache
from pathlib import Path

import pyoxigraph as ox

import ontology
from ontology.stances import Stance
from ontology.topics import SKOS


def meaning(stance: Stance) -> str:
    """The definition of a stance, a sentence.

    >>> meaning(Stance.PROPOSES)
    'The speaker offers or suggests a course, a plan, talks.'
    """
    return _definitions()[stance]


@cache
def _definitions() -> dict[str, str]:
    said: dict[str, dict[str, str]] = {}
    for quad in ox.parse(path=Path(ontology.__file__).with_name("stances.ttl")):
        name = quad.predicate.value.removeprefix(SKOS)
        if isinstance(quad.object, ox.Literal):
            said.setdefault(str(quad.subject), {})[name] = quad.object.value
    return {
        each["notation"]: each["definition"]
        for each in said.values()
        if {"notation", "definition"} <= each.keys()
    }
