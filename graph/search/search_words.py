"""Words as users type them, as a full-text expression that cannot be malformed."""

import re
from typing import NamedTuple

_PARTS = re.compile(r'"([^"]*)"?|(\S+)')
_WORDS = re.compile(r"\w+")


class Word(NamedTuple):
    """A word as the index has it; `begins` if what begins so will do."""

    letters: str
    begins: bool


def match_expression(column: str, typed: str) -> str | None:
    """All the words and phrases within one column; None where there is no word.

    `"a phrase"` keeps its order, `begin*` finds what begins so, every other mark
    only parts words: nothing of the full-text language gets through.

    >>> match_expression("content", 'no "binding deal" neutral* OR')
    '{content} : ("no" AND "binding deal" AND "neutral"* AND "OR")'
    """
    parts = [
        part for found in _PARTS.finditer(typed) for part in _part(*found.groups())
    ]
    return f"{{{column}}} : ({' AND '.join(parts)})" if parts else None


def _part(phrase: str | None, word: str | None) -> list[str]:
    words = _WORDS.findall(phrase if phrase is not None else word or "")
    if not words:
        return []
    begins = "*" if word and word.endswith("*") else ""
    return [f'"{" ".join(words)}"{begins}']


def single_words(typed: str) -> list[Word] | None:
    """The words, where there are no phrases; None where only the index can tell them.

    It folds letters and accents in a way of its own, but for those of ASCII.

    >>> single_words("Truce neutral*")
    [Word(letters='truce', begins=False), Word(letters='neutral', begins=True)]
    >>> single_words('"binding deal"'), single_words("trêve")
    (None, None)
    """
    if not typed.isascii() or "_" in typed:
        return None
    found = []
    for phrase, word in _PARTS.findall(typed):
        letters = _WORDS.findall(phrase or word)
        if len(letters) > 1:
            return None
        begins = word.endswith("*")
        found += [Word(each.lower(), begins) for each in letters]
    return found
