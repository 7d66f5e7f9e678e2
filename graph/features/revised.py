"""What changed from one revision of an article to the next: statements, not places."""

from collections import Counter
from collections.abc import Hashable, Iterable

from graph.features.changes import Changes, compared
from graph.read_model.rows import wording
from ontology.claim import Claim

COMPARED = ("speaker", "stance", "polarity", "addressee", "target", "topics", "quote")
"""The fields in which two tellings of one statement may differ for a reader."""


def revised(before: Iterable[Claim], after: Iterable[Claim]) -> Changes:
    """The claims that appeared, those that vanished, and those told otherwise.

    A claim is the same if it has the same words of content: where it stands in the
    text, and with that its id, changes with every sentence before it.
    """
    return compared(_by_words(before), _by_words(after), _differing)


def _by_words(claims: Iterable[Claim]) -> dict[Hashable, Claim]:
    """Claims by their words, and by how often these came before."""
    found: dict[Hashable, Claim] = {}
    times = Counter[int]()
    for claim in claims:
        words = wording(claim.content.text)
        found[words, times[words]] = claim
        times[words] += 1
    return found


def _differing(one: Claim, other: Claim) -> tuple[str, ...]:
    return tuple(name for name in COMPARED if _shown(one, name) != _shown(other, name))


def _shown(claim: Claim, name: str) -> object:
    """The field as a reader sees it: an agent by the name, whatever the mention.

    Whom an article only describes has another id in each revision.
    """
    value = getattr(claim, name)
    return getattr(value, "name", value)
