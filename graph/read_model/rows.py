"""The values of a claim that the read model has columns for: pure functions."""

import hashlib
import re
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

from graph.dates import month_day, number, precision
from ontology.claim import Agent, ArticleRef, Claim, Modality
from ontology.ids import slug
from ontology.stances import Polarity, Stance

Term = TypeVar("Term", bound=StrEnum)

_SIGNS = {Polarity.FOR: 1, Polarity.AGAINST: -1, Polarity.NEITHER: 0}

POLARITIES = {number: polarity for polarity, number in _SIGNS.items()}
"""Polarities by the number that the read model keeps."""

STANCES = tuple(Stance)
"""Stances by their places, as `position` gives them."""

_ARTICLE_WORDS = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)

_WORDS = re.compile(r"\w+")

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "us"}
)
"""Mentions that resolve to an agent in one place but never name it."""


def position(term: Term) -> int:
    """The place of a term in its closed list, as the read model keeps it.

    >>> position(Modality.FUTURE)
    1
    """
    return _places(type(term))[term]


@cache
def _places(terms: type[StrEnum]) -> dict[StrEnum, int]:
    return {term: place for place, term in enumerate(terms)}


def sign(polarity: Polarity) -> int:
    """1 for, -1 against, 0 neither."""
    return _SIGNS[polarity]


def modality_bits(modality: tuple[Modality, ...]) -> int:
    """One bit for each modality, the first in the list lowest."""
    return sum(1 << position(mode) for mode in set(modality))


def outlet(article: ArticleRef) -> tuple[str, str] | None:
    """The outlet's id and name: the publisher, else the host of the address."""
    host = (urlsplit(article.url).hostname or "") if article.url else ""
    name = article.publisher or host.removeprefix("www.")
    return (slug(name), name) if name else None


def alias(mention: str) -> str | None:
    """The slug of a mention that names its agent elsewhere too; else None.

    A name starts each of its words with a capital: "the Kremlin", not "the
    minister" and not "He".

    >>> alias("the Kremlin"), alias("the minister"), alias("He")
    ('kremlin', None, None)
    """
    words = _ARTICLE_WORDS.sub("", mention).split()
    named = words and all(word[:1].isupper() or word[:1].isdigit() for word in words)
    if not named or " ".join(words).casefold() in _PRONOUNS:
        return None
    return slug(" ".join(words))


def names(agent: Agent) -> frozenset[str]:
    """Slugs under which the agent can be asked for."""
    return _names(agent.id, agent.name, agent.mention)


@lru_cache(maxsize=50_000)
def _names(id: str, name: str, mention: str) -> frozenset[str]:
    written = (id, slug(name), alias(mention))
    return frozenset(name for name in written if name)


def wording(text: str) -> int:
    """A hash of the words alone: equal where only marks and case differ.

    >>> wording("“No truce,”") == wording("no truce")
    True
    """
    words = " ".join(_WORDS.findall(text.casefold()))
    digest = hashlib.blake2b(words.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def claim_columns(claim: Claim) -> dict[str, Any]:
    """The columns of a claim that need no key of another table."""
    earliest, latest = number(claim.date.earliest), number(claim.date.latest)
    return {
        "id": claim.id,
        "stance": position(claim.stance),
        "polarity": sign(claim.polarity),
        "quote": position(claim.quote),
        "modality": modality_bits(claim.modality),
        "basis": position(claim.date.basis),
        "precision": position(precision(claim.date)),
        "day": earliest or latest,
        "earliest": earliest,
        "latest": latest,
        "month_day": month_day(claim.date),
        "confidence": claim.confidence,
        "wording": wording(claim.content.text),
    }
