"""Ids by hash, so that a second run over the same text gives the same ids."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from ontology.claim import Span

ID_LENGTH = 16
"""Hex digits of SHA-256 kept: 64 bits, a collision is unlikely below 10^9 claims."""


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:ID_LENGTH]


def article_id(text: str, outlet: str | None = None) -> str:
    """The id of an article: a hash of its text, and of who published it if known.

    `outlet` is the article's address, or else its publisher: the same text in two
    outlets is two articles, each of them evidence.

    >>> article_id("A ceasefire does not suit us, said Lavrov.")
    '918977e6d8e85b79'
    """
    return _digest(text) if outlet is None else _digest(text, outlet)


def restored_id(id: str, replaced: str) -> str:
    """The id of a revision that gives the article `id` once more, after `replaced`."""
    return _digest(id, "after", replaced)


def claim_id(article: str, spans: Iterable[Span], speaker: str, stance: str) -> str:
    """The id of a claim: a hash of article id, evidence spans, speaker and stance."""
    places = ",".join(f"{start}-{end}" for start, end in sorted(spans))
    return _digest(article, places, speaker, stance)


def described_id(name: str, article: str) -> str:
    """The id of somebody whom an article describes and does not name.

    "The union" of another article is another one, and has another id.

    >>> described_id("The union", "918977e6d8e85b79")
    'the-union-918977e6'
    """
    return f"{slug(name)}-{article[:8]}"


@lru_cache(maxsize=50_000)
def slug(name: str) -> str:
    """A name as an IRI-safe id: letters and digits of any script, joined by hyphens.

    >>> slug("Yuri Ushakov"), slug("Côte d’Ivoire")
    ('yuri-ushakov', 'cote-d-ivoire')
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^\w]+|_+", "-", plain).strip("-") or _digest(name)
