"""What the guideline of the stances says outright, for where the reader is unsure.

A rule is a pattern over "cue | content" and the stances that it leaves open, of which
the reader's likeliest is taken; the first rule that fits decides. Beside each rule is
how often it is right on the labels of PolNeAR's training part, then on the written
passages (`extract/training`): in all two in three times, or it is not kept. Questions
are the exception: a third of PolNeAR's accuse, but where the reader is unsure on dev,
`asks` gives 76.7 % for the 75.3 of what it would say itself.
"""

import re
from typing import NamedTuple

from ontology.stances import Polarity, Stance

SURE = 0.8
"""Probability from which the reader's word stands: of 0.5 to 0.9, the best on dev."""

ALWAYS = 1.1
"""Instead of it, for a rule that decides whatever the reader says."""

REACH = 200
"""Characters of the content that are looked at: a long quote says it first."""

_FIRST = r"\| \W*(?:that )?\W*"
"""Where the content begins."""

_SELF = rf"{_FIRST}(?:I|we|he|she|they|it)"
"""Who is told of first in it is mostly the speaker: "she said she backed the plan"."""

_SOON = r"(?: (?:also|be|been|had|has|have|now|really|still|strongly|will|would))*"
"""Words between the subject and the verb that change neither."""


class Rule(NamedTuple):
    """A named pattern, the stances it leaves, the reader's probability below which it
    decides, and the polarity that it turns over."""

    name: str
    pattern: re.Pattern[str]
    stances: tuple[Stance, ...]
    below: float = SURE
    turned: Polarity | None = None


def _rule(
    name: str,
    pattern: str,
    *stances: Stance,
    below: float = SURE,
    turned: Polarity | None = None,
) -> Rule:
    return Rule(name, re.compile(pattern, re.IGNORECASE), stances, below, turned)


RULES = (
    _rule(  # 4 of 5, 4 of 4: in the cue, "did not rule out"
        "negated opposition",
        r"\A[^|]*?((?:\b(?:not|never|cannot|no longer)|n['’]t|(?:refus|declin)\w* to) "
        r"(?:(?!only)\w+ )?"
        r"(?:rul(?:e|ed|es|ing) out"
        r"|(?:reject|oppos|disput|dismiss|exclud|object)\w*))\b",
        Stance.ACCEPTS,
        below=ALWAYS,
        turned=Polarity.AGAINST,
    ),
    _rule(  # 21 of 22, 7 of 9
        "negated aim",
        rf"{_SELF}{_SOON} (?:do|does|did)(?:n['’]t| not) "
        r"(?:aim|intend|need|plan|seek|want|wish)\b",
        Stance.OPPOSES,
        Stance.ACCUSES,
        Stance.ASSERTS,
        Stance.DENIES,
        Stance.DOUBTS,
        Stance.WARNS,
        below=ALWAYS,
        turned=Polarity.FOR,
    ),
    _rule("question", r"\?\W*\Z", Stance.ASKS),  # 57 of 152, 47 of 69
    _rule(  # 132 of 171, 5 of 7
        "epithet",
        r"\A(?:\w+ ){0,3}call(?:s|ed|ing)? \| .*?(?:[\"“]|'')",
        Stance.ACCUSES,
        Stance.SUPPORTS,
        Stance.OPPOSES,
        Stance.DENIES,
    ),
    _rule(  # 10 of 12, 1 of 1
        "dismissal",
        r"\A[^|]*\b(?:dismiss|reject)\w* \| .*\bas\b",
        Stance.OPPOSES,
        Stance.ACCUSES,
    ),
    _rule(  # 3 of 5, 3 of 3
        "condition",
        rf"{_SELF}(?: (?:will|would|shall)|['’](?:ll|d))\b.*\bunless\b",
        Stance.THREATENS,
        Stance.DEMANDS,
    ),
    _rule(  # 0 of 1, none, but 8 of 8 of the written articles
        "terms",
        r"\A[^|]*\b(?:attach|deliver|issue|la(?:id|y)|list|name|outline|present|put|set"
        r"|spell|state)(?:s|d|ed|t?ing)?\b[^|]* \| (?:[\w.-]+ ){0,3}"
        r"(?:(?:pre)?conditions?|demands?|red lines?|terms|ultimatum)\b",
        Stance.DEMANDS,
    ),
    _rule(  # 31 of 40, 15 of 15
        "obligation",
        rf"{_FIRST}(?:\S+ ){{1,5}}?must\b(?! have\b)",
        Stance.DEMANDS,
    ),
    _rule(  # 3 of 5, none, but 2 of 2 of the written articles
        "bad consequence",
        rf"{_FIRST}(?!(?:I|we|you|he|she|they)\b)(?:[^\s|]+ ){{1,8}}?"
        r"(?:will|would) (?:just|merely|only|simply) (?!be\b)\w+",
        Stance.WARNS,
        Stance.OPPOSES,
        Stance.ACCUSES,
        Stance.EXPECTS,
    ),
    _rule(  # 131 of 164, 12 of 17
        "advice",
        rf"{_FIRST}(?:\S+ ){{1,4}}?should\b(?! have\b)",
        Stance.DEMANDS,
        Stance.SUPPORTS,
        Stance.OPPOSES,
        Stance.PROPOSES,
        Stance.ACCUSES,
        Stance.ASKS,
        Stance.DOUBTS,
    ),
    _rule(  # 48 of 70, 3 of 3
        "demand",
        rf"{_FIRST}\w+{_SOON} (?:demand(?:s|ed|ing)?|insist(?:s|ed|ing)? (?:on|that)"
        r"|need(?:s|ed)?|call(?:s|ed|ing) (?:for|on)|urg(?:e|es|ed|ing))\b",
        Stance.DEMANDS,
    ),
    _rule(  # 27 of 33, 1 of 1
        "opposition",
        rf"{_SELF}{_SOON} (?:object(?:s|ed)?|oppose[sd]?|reject(?:s|ed)?"
        r"|(?:do|does|did)(?:n['’]t| not) (?:accept|agree|back|like|support))\b",
        Stance.OPPOSES,
    ),
    _rule(  # 9 of 11, 3 of 3
        "readiness",
        rf"{_SELF}(?: am| is| are| was| were|['’]m| remain(?:s|ed)?)\W* "
        r"(?:(?!not\b)\w+ )?\W*(?:open|ready|willing|prepared) to\b",
        Stance.ACCEPTS,
        Stance.PROMISES,
    ),
)


def rule(cue: str, content: str, probability: float) -> tuple[Rule, str] | None:
    """The first rule that fits and decides where the reader gives its best stance this
    probability, and the words that it fits.

    >>> rule("said", "that Europe must understand this", 0.5)[0].name
    'obligation'
    """
    text = content if len(content) <= REACH else content[:REACH] + "…"
    told = f"{cue} | {text}"
    deciding = (own for own in RULES if probability < own.below)
    fitting = ((own, own.pattern.search(told)) for own in deciding)
    return next(((own, found[0]) for own, found in fitting if found), None)
