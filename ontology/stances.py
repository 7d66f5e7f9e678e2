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
