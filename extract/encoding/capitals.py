"""Headlines That Capitalize Their Words: there a capital does not tell a name."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

LONG = 5
"""Letters from which a word of such a line always has a capital."""

SEVERAL = 3
"""Words as long by which the line is known: a name may have two."""

RARELY = 4
"""How often the text has a word without a capital for each time that it has one, if
the word is part of no name in the headline."""

_GOING_ON = frozenset({"lower", "title", "initial", "upper", "mixed", ",", "dash"})
"""Shapes of words after which no sentence begins."""


def as_below(
    texts: Sequence[str], shapes: Sequence[str], breaks: Sequence[int]
) -> list[str]:
    """The shapes, with "lower" for the words of such lines that the rest of the text
    has without a capital, but for the first of a line."""
    lines = list(_lines(breaks))
    headlines = [line for line in lines if _is_capitalized(texts, shapes, line)]
    found = list(shapes)
    if headlines:
        below = [at for line in lines if line not in headlines for at in line[1:]]
        plain = Counter(texts[at] for at in below if shapes[at] == "lower")
        names = Counter(texts[at].lower() for at in below if _is_name(shapes, at))
        for at in (at for line in headlines for at in line[1:]):
            word = texts[at].lower()
            if plain[word] > RARELY * names[word]:
                found[at] = "lower"
    return found


def _lines(breaks: Sequence[int]) -> Iterator[range]:
    """The words of each line."""
    starts = [at for at, gap in enumerate(breaks) if gap or not at]
    for start, end in pairwise([*starts, len(breaks)]):
        yield range(start, end)


def _is_capitalized(texts: Sequence[str], shapes: Sequence[str], line: range) -> bool:
    long = [shapes[at] for at in line if len(texts[at]) >= LONG and texts[at].isalpha()]
    return len(long) >= SEVERAL and "lower" not in long


def _is_name(shapes: Sequence[str], at: int) -> bool:
    """Whether a word has a capital within a sentence."""
    return shapes[at] == "title" and shapes[at - 1] in _GOING_ON
