"""What becomes of an article that is put into a store."""

from enum import StrEnum


class Outcome(StrEnum):
    """What became of an article that was put."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
