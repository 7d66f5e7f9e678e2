"""The same statement told twice in one article: one claim, several evidences."""

from collections.abc import Sequence

from ontology.claim import Claim

ALIKE = 0.85
"""Share of words in common (Jaccard) from which two contents are the same words."""

TRUNCATED = 6
"""Words that a cut-off content needs to count as the beginning of a longer one."""


def merged(claims: Sequence[Claim]) -> list[Claim]:
    """The claims with repeats folded into the one that says most, in their order."""
    kept: list[list[Claim]] = []
    for claim in claims:
        group = next((g for g in kept if _same(g[0], claim)), None)
        if group is None:
            kept.append([claim])
        else:
            group.append(claim)
    return [_fold(group) for group in kept]


def _same(one: Claim, other: Claim) -> bool:
    if one.speaker.id != other.speaker.id or one.stance != other.stance:
        return False
    mine, theirs = (c.content.text.lower().rstrip(".… ").split() for c in (one, other))
    short = min(mine, theirs, key=len)
    if len(short) >= TRUNCATED and mine[: len(short)] == theirs[: len(short)]:
        return True
    shared, everything = set(mine) & set(theirs), set(mine) | set(theirs)
    return len(shared) >= ALIKE * len(everything)


def _fold(group: list[Claim]) -> Claim:
    best = max(group, key=lambda claim: len(claim.content.text))
    others = tuple(claim.evidence() for claim in group if claim is not best)
    return best.model_copy(update={"repeats": others}) if others else best
