"""The stance of a list's item: what the words before the list say."""

from extract.attributions import Attribution
from extract.stances import Stanced
from ontology.claim import StanceReason
from ontology.stances import Polarity, Stance

AGAINST = frozenset({Stance.ACCUSES, Stance.WARNS, Stance.OPPOSES})


def announced(attribution: Attribution, stanced: Stanced) -> Stanced:
    """The stance that the announcement of the list gives, where there is one."""
    stance = attribution.stance
    if stance is None:
        return stanced
    polarity = Polarity.AGAINST if stance in AGAINST else Polarity.FOR
    detail = f"{attribution.cue.text!r} before a list; model: {stanced.stance}"
    return Stanced(stance, polarity, StanceReason(signal="list", detail=detail))
