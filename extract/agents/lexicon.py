"""Words for people and bodies: what tells a title, a description, a pronoun.

The nouns for people are in `roles.tsv`, titles before names in `honorifics.tsv`,
longer closed classes in `words.tsv`.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from extract.agents.gazetteer import table


class Gender(StrEnum):
    """The gender that a word of the text shows."""

    MALE = "m"
    FEMALE = "f"


@dataclass(frozen=True)
class Role:
    """A noun for a person: what it makes of them, and the gender it shows."""

    classes: frozenset[str]
    gender: Gender | None


@cache
def roles() -> dict[str, Role]:
    """The nouns for people, by lemma; a noun of several rows has all their classes."""
    found: dict[str, Role] = {}
    for row in table("roles.tsv"):
        gender = Gender(row["gender"]) if row["gender"] else None
        for noun in row["nouns"].split():
            known = found.get(noun, Role(frozenset(), gender)).classes
            found[noun] = Role(known | set(row["classes"].split(";")), gender)
    return found


@lru_cache(maxsize=50_000)
def role(word: str) -> Role | None:
    """The role of a word in the singular or plural, whatever its case.

    >>> sorted(role("Ministers").classes)
    ['clergy', 'office', 'politician']
    """
    known = roles()
    lower = word.lower().removeprefix("ex-").removeprefix("co-")
    return known.get(lower) or known.get(singular(lower)) or known.get(_last(lower))


def _last(word: str) -> str:
    """The last part of a hyphenated word: governor of lieutenant-governor."""
    return singular(word.rpartition("-")[2]) if "-" in word else ""


@cache
def singular(word: str) -> str:
    """The singular of an English plural noun, by rule; other words as they are.

    >>> singular("ministers"), singular("women"), singular("secretaries")
    ('minister', 'woman', 'secretary')
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(_SHORTENED_BY_TWO):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


IRREGULAR = {
    "analyses": "analysis", "bases": "base", "buses": "bus", "children": "child",
    "crises": "crisis", "diagnoses": "diagnosis", "feet": "foot", "gases": "gas",
    "calories": "calorie", "cookies": "cookie", "selfies": "selfie",
    "halves": "half", "heroes": "hero", "housewives": "housewife",
    "hypotheses": "hypothesis", "knives": "knife",
    "leaves": "leaf", "lies": "lie", "lives": "life", "mice": "mouse",
    "midwives": "midwife",
    "movies": "movie", "news": "news", "people": "person", "potatoes": "potato",
    "series": "series", "shelves": "shelf", "species": "species", "teeth": "tooth",
    "theses": "thesis", "thieves": "thief", "ties": "tie", "tomatoes": "tomato",
    "vetoes": "veto", "wives": "wife", "wolves": "wolf",
}  # fmt: skip
"""Plurals that no rule gives."""

_SHORTENED_BY_TWO = ("ches", "shes", "sses", "xes", "nuses", "puses", "ruses", "tuses")
"""Endings of plurals that are the singular's and "es"."""

HONORIFICS: dict[str, tuple[str, Gender | None]] = {
    honorific: (row["title"], Gender(row["gender"]) if row["gender"] else None)
    for row in table("honorifics.tsv")
    for honorific in row["honorifics"].split(";")
}
"""Abbreviated and plain titles before a name, of one word or two, without stop: the
title in full, if it is a role, and the gender it shows."""

PAIRED = frozenset(tuple(each.split()) for each in HONORIFICS if " " in each)
"""Those of two words, as pairs: Tan Sri."""


def word_class(name: str) -> frozenset[str]:
    """A closed class of `words.tsv`."""
    rows = {row["class"]: row["words"] for row in table("words.tsv")}
    return frozenset(rows[name].split())


PRONOUNS: dict[str, tuple[Gender | None, bool]] = {
    **dict.fromkeys(("he", "his", "him", "himself"), (Gender.MALE, False)),
    **dict.fromkeys(("she", "her", "hers", "herself"), (Gender.FEMALE, False)),
    **dict.fromkeys(("it", "its", "itself"), (None, False)),
    **dict.fromkeys(("they", "their", "them", "themselves", "both"), (None, True)),
}
"""Third person pronouns: gender, and whether they are plural."""

RELATIVES = frozenset({"who", "which", "that", "whom"})
SPEAKERS_OWN = frozenset({"i", "we", "my", "our", "me", "us", "myself", "ourselves"})
"""First person: the speaker of the words in which they stand."""
INDEFINITE = word_class("indefinite")
"""Words that stand for nobody in particular."""

DEFINITE = frozenset({"the", "that", "this", "those", "these", "his", "her", "their"})
DETERMINERS = DEFINITE | {
    "a",
    "an",
    "its",
    "our",
    "my",
    "your",
    "another",
    "some",
    "any",
}
"""Words before a noun phrase that are no part of a name or a role."""

QUANTIFIERS = word_class("quantifiers")
"""Heads of a partitive: what follows "of" says who they are."""

ONE_MORE = frozenset({"one", "another", "other", "second", "third", "fourth", "fifth"})
"""Heads of phrases that count on without saying what: a third, Acme, declined."""

GRADES = word_class("grades")
"""Words of a title that tell its rank, and no body: Special Envoy."""

NOT_FOR = word_class("not_for")
"""Words that break the tie between a holder and the body in the title."""

BODIES = word_class("bodies")
"""Nouns whose holders speak as one body."""

GROUPS = word_class("groups")
"""Nouns for several people who are one."""

KINDS = word_class("kinds")
"""Nouns that tell a body where they stand by a name, and may mean another thing."""

TRADES = word_class("trades")
"""Nouns for people that tell companies and offices as well: the gold miner Acme."""

STATE_BODIES = word_class("state_bodies")
"""Bodies that act for the country before or after them."""

OWN_BODIES = word_class("own_bodies")
"""Bodies within a country that never act for it: a Kenyan union is no Kenya."""

DOCUMENTS = word_class("documents")
"""Things said or written: their owner or author is the one who speaks."""

SEPARATORS = frozenset({",", "(", ")", "–", "—", "--", ";", ":"})


def is_kind_of_body(word: str) -> bool:
    """Whether a noun by a name, in lower case, says that it is a body's.

    >>> [is_kind_of_body(noun) for noun in ("airline", "truckmaker", "lawmaker")]
    [True, True, False]
    """
    maker = word.endswith("maker") and role(word) is None
    return maker or word in BODIES or word in KINDS
