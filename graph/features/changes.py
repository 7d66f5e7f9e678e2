"""What differs between two extractions."""

from collections.abc import Iterable
from dataclasses import dataclass

from ontology.claim import Claim


@dataclass(frozen=True)
class Change:
    """The same claim in both, with the fields that differ."""

    before: Claim
    after: Claim
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """What the second has and the first had not, and so on; each in its order."""

    added: tuple[Claim, ...]
    removed: tuple[Claim, ...]
    changed: tuple[Change, ...]


def changes(before: Iterable[Claim], after: Iterable[Claim]) -> Changes:
    """Two extractions of the same articles, claim by claim.

    A claim is the same if it has the same article, cue and content: its speaker or
    stance may have changed, and with them its id. Versions do not count.
    """
    first = {_place(claim): claim for claim in before}
    second = {_place(claim): claim for claim in after}
    both = ((first[place], second[place]) for place in second if place in first)
    return Changes(
        added=tuple(claim for place, claim in second.items() if place not in first),
        removed=tuple(claim for place, claim in first.items() if place not in second),
        changed=tuple(
            Change(one, other, fields)
            for one, other in both
            if (fields := _differing(one, other))
        ),
    )


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.article.id, claim.cue.spans, claim.content.spans


def _differing(one: Claim, other: Claim) -> tuple[str, ...]:
    names = [name for name in Claim.model_fields if name not in ("id", "extractor")]
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
