"""Text made safe for a terminal. It imports nothing heavy: `--help` needs it."""

import unicodedata

_BIDI = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that reorder text around them: they could hide what a line says."""


def printable(text: str) -> str:
    """The text for a terminal: control and reordering characters become `\ufffd`.

    >>> printable("a\\x1b[31mb\\tc")
    'a\ufffd[31mb\ufffdc'
    """
    return "".join("\ufffd" if _unsafe(char) else char for char in text)


def one_line(text: str) -> str:
    """The text on one line, safe for a terminal, white space joined."""
    return printable(" ".join(text.replace("\ufeff", "").split()))


def _unsafe(char: str) -> bool:
    return char in _BIDI or unicodedata.category(char) in ("Cc", "Cs")
