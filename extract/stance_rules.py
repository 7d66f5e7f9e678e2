"""What the guideline of the stances says outright, for where the head is unsure.

A cue of opposition that is negated is turned over; each other rule is a pattern in the
beginning of the content, and the first that fits decides.
"""

import re
from typing import NamedTuple

from ontology.stances import Stance

SURE = 0.8
"""Probability from which the reader's word stands. Of 0.5 to 0.9 tried on dev: the
rules gain 1 point of accuracy and 2.6 of macro F1 there."""

REACH = 200
"""Characters of the content that are looked at: a long quote says it first."""


class Rule(NamedTuple):
    """A named pattern and the stance it stands for."""

    name: str
    pattern: re.Pattern[str]
    stance: Stance


def _rule(name: str, pattern: str, stance: Stance) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), stance)


TURNED = _rule(
    "negated opposition",
    r"(?:\b(?:not|never|cannot)|n['’]t) (?:(?!only)\w+ )?"
    r"(?:rul(?:e|ed|es|ing) out|(?:reject|oppos|disput|dismiss|exclud|object)\w*)\b",
    Stance.ACCEPTS,
)
"""In the cue: "did not rule out". Four of four that PolNeAR's labels know are so, and
none is against it."""

RULES = (
    _rule("question", r"\?\W*\Z", Stance.ASKS),
    _rule(
        "obligation",
        r"\b(?:must|should|ought to|needs? to|ha(?:s|ve) to)\b",
        Stance.DEMANDS,
    ),
    _rule("insistence", r"\b(?:insist\w*|demand\w*) (?:on|that)\b", Stance.DEMANDS),
    _rule(
        "readiness",
        r"\b(?:am|is|are|was|were|be|been|remain(?:s|ed)?) "
        r"(?:open|ready|willing|prepared) to\b",
        Stance.ACCEPTS,
    ),
)


def rule(cue: str, content: str) -> tuple[Rule, str] | None:
    """The rule that fits the cue or the content, and the words that it fits.

    >>> rule("said", "that Europe should understand this")[0].stance
    <Stance.DEMANDS: 'demands'>
    """
    turned = TURNED.pattern.search(cue)
    if turned:
        return TURNED, turned[0]
    text = content if len(content) <= REACH else content[:REACH] + "…"
    for own in RULES:
        found = own.pattern.search(text)
        if found:
            return own, found[0]
    return None
