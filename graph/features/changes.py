"""What differs between two extractions."""

from collections.abc import Callable, Hashable, Iterable, Mapping
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
    return compared(
        {_place(claim): claim for claim in before},
        {_place(claim): claim for claim in after},
        _differing,
    )


def compared(
    before: Mapping[Hashable, Claim],
    after: Mapping[Hashable, Claim],
    differing: Callable[[Claim, Claim], tuple[str, ...]],
) -> Changes:
    """Claims by what makes them the same; `differing` names the fields that differ."""
    both = ((before[same], after[same]) for same in after if same in before)
    return Changes(
        added=tuple(claim for same, claim in after.items() if same not in before),
        removed=tuple(claim for same, claim in before.items() if same not in after),
        changed=tuple(
            Change(one, other, fields)
            for one, other in both
            if (fields := differing(one, other))
        ),
    )


def _place(claim: Claim) -> tuple[object, ...]:
    return claim.article.id, claim.cue.spans, claim.content.spans


def _differing(one: Claim, other: Claim) -> tuple[str, ...]:
    names = [name for name in Claim.model_fields if name not in ("id", "extractor")]
    return tuple(name for name in names if getattr(one, name) != getattr(other, name))
