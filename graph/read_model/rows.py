"""Claims as rows of the read model, and back: pure functions, no database."""

import hashlib
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeVar
from urllib.parse import urlsplit

from graph.dates import month_day, number, precision
from ontology.claim import (
    Agent,
    ArticleRef,
    Claim,
    Modality,
    Passage,
    Span,
)
from ontology.ids import slug
from ontology.stances import Polarity

Term = TypeVar("Term", bound=StrEnum)

_SIGNS = {Polarity.FOR: 1, Polarity.AGAINST: -1, Polarity.NEITHER: 0}

POLARITIES = {number: polarity for polarity, number in _SIGNS.items()}
"""Polarities by the number that the read model keeps."""

_ARTICLE_WORDS = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)

_WORDS = re.compile(r"\w+")

_PRONOUNS = frozenset(
    {"he", "she", "it", "they", "we", "i", "you", "who", "him", "her", "them", "us"}
)
"""Mentions that resolve to an agent in one place but never name it."""

_COMMON_PARTS = (
    b'{"speaker":{"id":"","name":"","kind":"person","kind":"country",'
    b'"kind":"organization","kind":"unnamed","mention":"","role":"minister",'
    b'"represents":[{"id":"","name":""}]},"addressee":{"id":"","name":"","kind":"'
    b'"},"target":{"id":"","name":"","kind":""},"cue":{"text":"said","spans":[['
    b']]},"stance":"asserts","polarity":"0","reason":{"signal":"model","detail":'
    b'"","probability":0.9},"modality":["negated"],"topics":[{"id":"","label":""}'
    b'],"content":{"text":"that ","spans":[[","]]},"source":{"spans":[['
    b']]},"quote":"indirect","date":{"text":"","edtf":"2025-","earliest":"2025-",'
    b'"latest":"2025-","basis":"article"},"repeats":[{"source":[],"cue":[['
    b'],"content":[[]]}],"confidence":0.9,"extractor":{"name":"onrecord",'
    b'"version":""}}'
)
"""zlib's preset dictionary. Part of the read model's format: a change of it needs
a new FORMAT in graph/read_model.py."""


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


def nested(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Pairs of places in `claims`: one whose cue stands in another's content.

    Only the nearest of those around it counts: A says that B said that C said.
    """
    places = [_extent(claim.content) for claim in claims]
    for inner, claim in enumerate(claims):
        start, end = _extent(claim.cue)
        around = [
            outer
            for outer, (begin, stop) in enumerate(places)
            if begin <= start
            and end <= stop  # most are told apart by that alone
            and claim.speaker.id != claims[outer].speaker.id
            and _within(claim.cue, claims[outer])
        ]
        if around:
            yield inner, min(around, key=lambda outer: _length(claims[outer].content))


def _within(cue: Passage, other: Claim) -> bool:
    """Whether all of the cue stands in the other claim's content."""
    places = other.content.spans
    for start, end in cue.spans:
        for begin, stop in places:
            if begin <= start and end <= stop:
                break
        else:
            return False
    return bool(cue.spans)


def _extent(passage: Passage) -> Span:
    """From where a passage begins to where it ends; of none, nowhere."""
    if not passage.spans:
        return -1, -1
    return min(passage.spans)[0], max(end for _, end in passage.spans)


def _length(passage: Passage) -> int:
    return sum(end - start for start, end in passage.spans)


def pack(claim: Claim) -> bytes:
    """The claim without its id and article, small: one blob a claim."""
    plain = claim.model_dump_json(exclude={"id", "article"}, exclude_defaults=True)
    packer = zlib.compressobj(level=6, wbits=-15, zdict=_COMMON_PARTS)
    return packer.compress(plain.encode()) + packer.flush()


def unpack(id: str, reference: str, packed: bytes) -> Claim:
    """The pair of `pack`; `reference` is the article's, as JSON.

    The parts are put together as JSON, which is validated in one go, twice as fast
    as by way of Python's own values.
    """
    plain = zlib.decompressobj(wbits=-15, zdict=_COMMON_PARTS).decompress(packed)
    head = f'{{"id":{json.dumps(id)},"article":{reference},'
    return Claim.model_validate_json(head.encode() + plain[1:])
