"""The same articles in several versions, as a writer puts them again and again."""

from ontology.claim import Article, Claim, Extractor
from tests.graph.corpus import agent, article, claim

ARTICLES = 6
"""How many there are of each version."""


def records(version: str) -> list[tuple[Article, tuple[Claim, ...]]]:
    """Articles of twelve claims, which differ from version to version."""
    extractor = Extractor(name="onrecord", version=version)
    speaker = agent("Sergey Lavrov", "Russia")
    found = []
    for number in range(ARTICLES):
        words = [f"Sentence {number}-{place} of a text." for place in range(12)]
        within = article(" ".join(words))
        claims = [
            claim(within, speaker, "opposes", "truce", each, extractor=extractor)
            for each in words
        ]
        found.append((within, tuple(claims)))
    return found
