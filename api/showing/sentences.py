"""The sentence around a place in a text, for showing a claim's proof.

It needs no model: where a boundary is in doubt, a reader gets more context, never
less than the evidence itself.
"""

import re
from collections.abc import Iterable

from ontology.claim import Claim, Span

REACH = 800
"""How many characters, each way, are looked through for the sentence's bounds."""

_END = re.compile(r"([.!?…]+[\"”’»)\]]*)\s+(?=[\"“‘'«(\[]*([^\s\"“‘'«(\[]))|\s*\n\s*")

_BEFORE_STOP = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\.$")

_ABBREVIATION = re.compile(
    "mr|mrs|ms|dr|prof|gen|col|lt|sgt|capt|sen|rep|gov|rev|st|hon|jr|sr|vs|inc|ltd"
    "|corp|co|dept|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|approx",
    re.IGNORECASE,
)
"""Words before a full stop that mostly do not end a sentence."""


def sentence(text: str, start: int, end: int) -> Span:
    """The bounds of the sentence, or sentences, that cover `[start, end)`.

    >>> text = "Talks ended. We agree, said Mr. Li. Nobody left."
    >>> text[slice(*sentence(text, 13, 21))]
    'We agree, said Mr. Li.'
    """
    return _left(text, start), _right(text, end)


def proof(text: str, claim: Claim) -> tuple[Span, ...]:
    """The bounds of the sentences that prove the claim: of its content and its cue.

    Sentences that follow each other come as one; an item of a list may stand far
    from its cue. A source in a sentence of its own is left out.
    """
    places = [*claim.content.spans, *claim.cue.spans]
    return joined(text, [sentence(text, start, end) for start, end in places])


def joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, as one where no more than white space is between.

    >>> joined("One. Two. Three.", [(5, 9), (0, 4)])
    ((0, 9),)
    """
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return tuple(found)


def _left(text: str, start: int) -> int:
    low = max(0, start - REACH)
    left = low
    for match in _END.finditer(text, low, start + 8):  # looks at what follows
        if match.end() <= start and _ends(text, match):
            left = match.end()
    while left < start and text[left].isspace():
        left += 1
    return left


def _right(text: str, end: int) -> int:
    high = min(len(text), end + REACH)
    for match in _END.finditer(text, max(0, end - 4), high):
        stop = match.end(1) if match[1] else match.start()
        if stop >= end and _ends(text, match):
            return stop
    return end + len(text[end:high].rstrip())


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends at what looks like its end."""
    if not match[1]:
        return True
    if match[2].islower():
        return False
    word = _BEFORE_STOP.search(text, max(0, match.start() - 30), match.start() + 1)
    if not word or match[1] != ".":
        return True
    initials = (len(word[1]) == 1 and word[1].isalpha()) or "." in word[1]
    return not (initials or _ABBREVIATION.fullmatch(word[1]))
