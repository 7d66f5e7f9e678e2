"""The fifteen stances and the three polarities, as `stances.ttl` defines them."""

from enum import StrEnum


class Stance(StrEnum):
    """What a speaker does with what is said; definitions are in `stances.ttl`."""

    DEMANDS = "demands"
    PROPOSES = "proposes"
    ASKS = "asks"
    SEEKS = "seeks"
    PROMISES = "promises"
    ACCEPTS = "accepts"
    SUPPORTS = "supports"
    OPPOSES = "opposes"
    ACCUSES = "accuses"
    THREATENS = "threatens"
    WARNS = "warns"
    DENIES = "denies"
    DOUBTS = "doubts"
    EXPECTS = "expects"
    ASSERTS = "asserts"


class Polarity(StrEnum):
    """The speaker's attitude to the topic."""

    FOR = "+"
    AGAINST = "-"
    NEITHER = "0"


OTHER_SIDE = {Polarity.FOR: Polarity.AGAINST, Polarity.AGAINST: Polarity.FOR}
"""The opposite of each attitude that has one."""

_SIDES = {
    Polarity.FOR: (
        Stance.DEMANDS, Stance.PROPOSES, Stance.SEEKS,
        Stance.PROMISES, Stance.ACCEPTS, Stance.SUPPORTS,
    ),
    Polarity.AGAINST: (
        Stance.OPPOSES, Stance.ACCUSES, Stance.THREATENS,
        Stance.WARNS, Stance.DENIES, Stance.DOUBTS,
    ),
    Polarity.NEITHER: (Stance.ASKS, Stance.EXPECTS, Stance.ASSERTS),
}  # fmt: skip

DEFAULT_POLARITY = {
    stance: polarity for polarity, stances in _SIDES.items() for stance in stances
}
"""The polarity that a stance has by itself, as long as the words say no other."""
