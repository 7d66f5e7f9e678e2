"""Acronyms where they are spelled out: the Growers' League (GL); GL, the Growers'
League."""

from collections.abc import Iterator, Sequence

Stretch = tuple[int, int]
"""`(start, end)`: token indices, end exclusive."""

LETTERS = range(2, 9)
"""Letters that an acronym has."""

BESIDE = frozenset({",", "(", ")"})
"""What follows an acronym beside its full name."""


def spelled_out(texts: Sequence[str]) -> Iterator[tuple[int, Stretch]]:
    """Where an acronym stands with its full name before or after it, and that name."""
    for index, after in enumerate(texts[1:]):
        if after in BESIDE and texts[index][:1].isupper():
            found = _around(texts, index, texts[index].replace(".", ""))
            if found:
                yield index, found


def _around(texts: Sequence[str], index: int, letters: str) -> Stretch | None:
    """The full name beside an acronym; one in brackets may be in small letters."""
    before, after = (_at(texts, index + step) for step in (-1, 1))
    if len(letters) not in LETTERS:
        return None
    if before == "(" and after == ")":
        return _backwards(texts, index - 1, letters.upper())
    if after in (",", "(") and letters.isupper():
        start = index + 2 + (_at(texts, index + 2).lower() == "the")
        return _forwards(texts, start, letters)
    return None


def _at(texts: Sequence[str], index: int) -> str:
    return texts[index] if 0 <= index < len(texts) else ""


def _backwards(texts: Sequence[str], end: int, letters: str) -> Stretch | None:
    starts = range(end - 2, max(end - 3 * len(letters), -1), -1)
    return next(((at, end) for at in starts if _spells(texts[at:end], letters)), None)


def _forwards(texts: Sequence[str], start: int, letters: str) -> Stretch | None:
    ends = range(start + 2, min(start + 3 * len(letters), len(texts)) + 1)
    return next(((start, at) for at in ends if _spells(texts[start:at], letters)), None)


def _spells(words: Sequence[str], letters: str) -> bool:
    """Whether the capitals that begin words, but for one of them, are the letters.

    >>> _spells("Asian Council of Data Centre Operators".split(), "ACDO")
    True
    """
    whole = words[0][:1].isupper() and words[-1][:1].isupper()
    initials = "".join(word[0] for word in words if word[0].isupper())
    if not whole or any(word in MARKS for word in words):
        return False
    without = (initials[:at] + initials[at + 1 :] for at in range(1, len(initials) - 1))
    return letters == initials or letters in without


MARKS = frozenset({",", ".", ";", ":", "(", ")", '"', "“", "”", "–", "—", "\n\n"})
"""What never stands within a body's name."""
