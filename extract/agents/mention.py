"""The record of a mention, and what its words say of number, gender and role."""

import re
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from extract.agents.behalf import titles
from extract.agents.gazetteer import Entry
from extract.agents.lexicon import (
    BODIES,
    HONORIFICS,
    QUANTIFIERS,
    Gender,
    role,
    singular,
)
from extract.agents.named import mentioned
from extract.agents.phrases import Stretch, head
from extract.agents.tokens import Tokens
from ontology.claim import AgentRef


class Form(Enum):
    """How a mention refers."""

    PERSON = "person"
    """By the name of a person."""
    BODY = "body"
    """By the name of a country or organization."""
    DESCRIPTION = "description"
    """By what the person or body is, without a name."""
    GROUP = "group"
    PRONOUN = "pronoun"
    DOCUMENT = "document"
    """By something said or written; `owner` says whose it is."""
    OTHER = "other"


class Mention(NamedTuple):
    """What one noun phrase says of an agent; `start`, `end` and `head` are tokens."""

    start: int
    end: int
    head: int
    form: Form
    text: str
    """The core of the phrase: no relative clause, no apposition."""
    name: str = ""
    """A person's name without titles, or a body's without article."""
    role: str | None = None
    nouns: frozenset[str] = frozenset()
    """The role nouns of title and description, in the singular."""
    classes: frozenset[str] = frozenset()
    gender: Gender | None = None
    plural: bool = False
    definite: bool = False
    entry: Entry | None = None
    behalf: tuple[AgentRef, ...] = ()
    nations: frozenset[str] = frozenset()
    """Ids of the countries and bodies named with it, acting for them or not."""
    owner: Stretch | None = None
    parts: tuple["Mention", ...] = ()
    """The members of a coordination."""


def nouns_of(words: Sequence[str]) -> frozenset[str]:
    """The role nouns among the words, in the singular; titles spelled out. An auditor
    general is no general, a prime minister no minister but a premier."""
    spelled = [HONORIFICS.get(w.removesuffix("."), (w, None))[0].lower() for w in words]
    found = [singular(word) for word in spelled if word and role(word)]
    if not OF_GOVERNMENT.isdisjoint(words):
        found = ["premier" if noun == "minister" else noun for noun in found]
    return frozenset(found[:1] if found[1:] == ["general"] else found)


OF_GOVERNMENT = frozenset({"prime", "first", "chief"})
"""Words before "minister" that tell the head of a government."""


def classes_of(words: Sequence[str]) -> frozenset[str]:
    """The classes of the roles; a foreign minister and the like are diplomats too, a
    cabinet secretary is a minister, a police inspector an officer."""
    found = titles(words)
    secretary = "secretary" in words
    foreign = "foreign" in words and (secretary or "minister" in words)
    if foreign or (secretary and "state" in words):
        found |= {"diplomat"}
    if "police" in words:
        found |= {"police"}
    if secretary and not OF_STATE.isdisjoint(words):
        found |= {"minister"}
    return found


OF_STATE = frozenset({"cabinet", "state", "home", "foreign", "health", "defence"})
"""Words beside "secretary" that tell a minister, and no clerk or union's officer."""


def gender_of(words: Sequence[str]) -> Gender | None:
    """The gender that a title or a noun shows."""
    for word in words:
        honorific = HONORIFICS.get(word.removesuffix("."))
        known_role = role(word)
        if honorific and honorific[1]:
            return honorific[1]
        if known_role and known_role.gender:
            return known_role.gender
    return None


def nations_of(tokens: Tokens, parts: list[Stretch]) -> frozenset[str]:
    """Ids of the countries and bodies that the stretches name."""
    return frozenset(
        named.ref.id for part in parts for named in mentioned(tokens, *part)
    )


def is_plural(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the phrase means several: by its first word, else by its head."""
    first = tokens.lowers[start]
    if first in ("one", "a", "an", "another", "each", "every"):
        return first == "a" and tokens.lowers[head(tokens, start, end)] in QUANTIFIERS
    at = head(tokens, start, end)
    body = tokens.lowers[at] in BODIES and tokens.lowers[at + 1 : at + 2] != ("of",)
    several = tokens.lowers[at] in QUANTIFIERS and not body
    return tokens.tags[at] in ("NNS", "NNPS") or several


def is_definite(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the phrase takes up somebody known: the minister, her lawyer."""
    first = tokens.lowers[start]
    return first in ("the", "that", "this", "his", "her", "their", "its")


AGED = re.compile(r"\d-year-old$")
"""Somebody told by age alone: the 81-year-old."""
