"""What all forms of dates are: a pattern, and what its match means."""

import re
from collections.abc import Callable
from typing import NamedTuple

from extract.dates.meanings import Meaning, Which


class Reader(NamedTuple):
    """A form of dates: its pattern, and what a match means (None: nothing)."""

    pattern: re.Pattern[str]
    meaning: Callable[[re.Match[str]], Meaning | None]


AWAY: dict[str, int] = {"last": -1, "this": 0, "next": 1}
"""Steps of "last", "this" and "next"."""

WHICH: dict[str, Which] = {"last": "last", "this": "this", "next": "next"}
"""The same words as parts of a meaning."""


def reader(
    pattern: str,
    meaning: Callable[[re.Match[str]], Meaning | None],
    *,
    either_case: bool = False,
) -> Reader:
    """A reader of this pattern."""
    return Reader(re.compile(pattern, re.IGNORECASE if either_case else 0), meaning)
