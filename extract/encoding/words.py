"""Words of a text with what an uncased tokenizer cannot see: shape, breaks, quotes.

The encoder's word pieces are lower-cased and know nothing of line ends. Each word
therefore carries three small categorical features.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.encoding.capitals import as_below

SHAPES = (
    "lower", "title", "initial", "upper", "mixed", "digits", "alphanumeric",
    ".", ",", ":", ";", "?", "!", "dash", "open", "close", "double", "single",
    "possessive", "other",
)  # fmt: skip
"""Shape classes; an index is the feature's value: their order is part of the model."""

BREAKS = ("none", "line", "paragraph")
"""What stands before a word: nothing or blanks, one line end, an empty line."""

QUOTES = ("outside", "inside", "opening", "closing")
"""Where a word stands to the double quotation marks of its paragraph."""

_PUNCTUATION = {
    "dash": "-–—―--",
    "open": "([{",
    "close": ")]}",
    "single": "'‘’`",
}
_SHAPE_INDEX = {name: index for index, name in enumerate(SHAPES)}
_OPENING = frozenset({"“", "``", "„", "«"})
_CLOSING = frozenset({"”", "''", "»"})
_EITHER = frozenset({'"', "＂"})


class Words(NamedTuple):
    """Parallel sequences, one item a word; whitespace is never a word.

    `shapes`, `breaks` and `quotes` are indices into SHAPES, BREAKS and QUOTES.
    """

    texts: Sequence[str]
    shapes: Sequence[int]
    breaks: Sequence[int]
    quotes: Sequence[int]


def words(texts: Sequence[str], breaks: Sequence[int]) -> Words:
    """The words with their features, from their texts and the breaks before them."""
    names = as_below(texts, [_shape(text) for text in texts], breaks)
    shapes = [_SHAPE_INDEX[name] for name in names]
    return Words(texts, shapes, breaks, _quote_states(texts, breaks))


def break_before(gap: str) -> int:
    """The break that a stretch of whitespace makes, as an index into BREAKS.

    >>> break_before(" "), break_before("\\n"), break_before("\\n \\n")
    (0, 1, 2)
    """
    return min(gap.count("\n"), 2)


@lru_cache(maxsize=50_000)
def _shape(text: str) -> str:
    if text in _OPENING or text in _CLOSING or text in _EITHER:
        return "double"
    if text in _SHAPE_INDEX:
        return text if len(text) == 1 else "lower"
    if text in ("'s", "’s"):
        return "possessive"
    for name, marks in _PUNCTUATION.items():
        if all(char in marks for char in text):
            return name
    return _letters_and_digits(text)


def _letters_and_digits(text: str) -> str:
    if any(char.isdigit() for char in text):
        letters = any(char.isalpha() for char in text)
        return "alphanumeric" if letters else "digits"
    if not any(char.isalpha() for char in text):
        return "other"
    if text.islower():
        return "lower"
    if text.isupper():
        return "initial" if len(text) == 1 else "upper"
    return "title" if text[0].isupper() and text[1:].islower() else "mixed"


def _quote_states(texts: Sequence[str], breaks: Sequence[int]) -> list[int]:
    """Whether each word is quoted; a new paragraph starts outside.

    A quotation that runs on over paragraphs opens again at each of them, so a
    forgotten closing mark spoils its own paragraph and no more.
    """
    states: list[int] = []
    inside = False
    for text, gap in zip(texts, breaks, strict=True):
        if gap:
            inside = False
        if text in _OPENING or (text in _EITHER and not inside):
            state, inside = 2, True
        elif text in _CLOSING or text in _EITHER:
            state, inside = 3, False
        else:
            state = int(inside)
        states.append(state)
    return states
