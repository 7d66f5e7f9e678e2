"""The label sets of the heads: part of the model, shared by training and use."""

ROLES = ("source", "cue", "content")
"""The three parts of an attribution."""

DISTANCE_DECAY = 2.0
"""What a link's score loses with the logarithm of its distance in words: a part mostly
belongs to the nearest cue. Part of the model; of 0, 1, 2 and 4 chosen on dev."""

ENTITY_TYPES = ("PERSON", "ORGANIZATION", "LOCATION", "MISC", "DATE")
"""The entity types of CoreNLP's English models, which labelled the news data."""


def bio(types: tuple[str, ...]) -> tuple[str, ...]:
    """BIO tags of these types, `O` first.

    >>> bio(("cue",))
    ('O', 'B-cue', 'I-cue')
    """
    return ("O", *(f"{prefix}-{name}" for name in types for prefix in "BI"))


ROLE_TAGS = bio(ROLES)
ENTITY_TAGS = bio(ENTITY_TYPES)


def may_follow(previous: str, tag: str) -> bool:
    """Whether `tag` may stand after `previous`: inside only after its own kind.

    >>> may_follow("B-cue", "I-cue"), may_follow("O", "I-cue")
    (True, False)
    """
    return not tag.startswith("I-") or previous[2:] == tag[2:]


def spans_of(tags: list[str]) -> list[tuple[int, int, str]]:
    """`(start, end, type)` of every run that BIO tags mark, in order.

    >>> spans_of(["B-cue", "I-cue", "O", "B-source"])
    [(0, 2, 'cue'), (3, 4, 'source')]
    """
    found: list[tuple[int, int, str]] = []
    start = -1
    for index, tag in enumerate([*tags, "O"]):
        if start >= 0 and not tag.startswith("I-"):
            found.append((start, index, tags[start][2:]))
            start = -1
        if tag.startswith("B-"):
            start = index
    return found
