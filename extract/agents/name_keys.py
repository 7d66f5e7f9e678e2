"""The names of people compared: Jane Roe, Ms Roe, J. Roe Jr."""

from extract.agents.gazetteer import normal

Key = tuple[str, ...]
"""The words of a name, in their form for comparison."""


def name_key(name: str) -> Key:
    """The words of a name for comparison, without suffixes and stops.

    >>> name_key("Robert F. Kennedy Jr.")
    ('robert', 'f', 'kennedy')
    """
    words = (normal(word).strip(".") for word in name.split())
    return tuple(word for word in words if word and word not in SUFFIXES)


SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", ","})


def same_person(one: Key, other: Key) -> bool:
    """Whether two names of several words can be one person's.

    >>> same_person(("ana", "smith"), ("john", "smith"))
    False
    """
    short, long = sorted((one, other), key=len)
    if long[-len(short) :] == short or long[: len(short)] == short:
        return True
    return one[-1] == other[-1] and _same_first(one[0], other[0])


def _same_first(one: str, other: str) -> bool:
    """Equal, or one is the other's initial or short form (Chris, Christopher)."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) > 2)
