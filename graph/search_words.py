"""Words as users type them, as a full-text expression that cannot be malformed."""

import re

_PARTS = re.compile(r'"([^"]*)"?|(\S+)')
_WORDS = re.compile(r"\w+")


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
