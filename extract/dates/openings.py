"""Whether a date opens the sentence, or the clause after a colon, that it dates.

"On March 13, the minister", "At a forum in Rome on Monday", "Asked on Tuesday if":
such a date dates all that is not said inside somebody else's words.
"""

import re

from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.dates.candidates import (
    Candidates,
    has_verb,
    is_of,
    relation,
    tells_occasion,
)
from extract.dates.occasions import ADDRESSING
from extract.dates.sentences import sentence_tokens

_FRONT = re.compile(
    r"[\s“\"‘'(—–-]*(?:(?:But|And|Also|Then|Earlier|Later|Early|Late|Speaking|Meanwhile"
    r"|However|Separately),?\s+)?(?:(?:on|in|at|during|over"
    r"|as\s+(?:of|early\s+as|recently\s+as|long\s+ago\s+as|far\s+back\s+as))\s+)?"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
_OCCASION_WITHIN = 4
"""Words after a date in front of a sentence that can name the occasion."""


def opens(candidates: Candidates, attribution: Attribution, covered: Span) -> bool:
    """Whether the words of a date open the sentence or clause of the cue."""
    doc = candidates.doc
    first, last = sentence_tokens(doc, attribution.cue)
    if covered.start > attribution.cue.start or _is_relative(attribution):
        return False
    first = _clause(doc, first, covered.start)
    opening = doc[first : covered.start]
    after = doc[covered.end : min(covered.end + _OCCASION_WITHIN, last)]
    if _is_occasion(opening, after) or _is_addressing(opening):
        return True
    # "Thursday's vote" and "March 11 talks" open with a date that is not free.
    free = bool(after) and after[0].text not in ("'s", "’s", "'", "’")
    start = doc[first].idx
    return free and bool(_FRONT.fullmatch(candidates.text, start, covered.start_char))


def _clause(doc: Doc, first: int, last: int) -> int:
    """Where the clause begins: "He has kept his word: in 2021 he vowed"."""
    marks = (
        number for number in range(last, first, -1) if doc[number - 1].text in ":;"
    )
    return next(marks, first)


def _is_occasion(opening: Span, after: Span) -> bool:
    """Whether a sentence opens with an occasion: "At a forum in Rome on Monday"."""
    if not opening or opening[0].text.lower() not in ("at", "in", "during", "on"):
        return False
    if any(token.pos_ == "PRON" for token in opening):
        return False
    named = [*opening]
    for token in after:
        if token.is_punct or has_verb([token]):
            break
        named.append(token)
    return tells_occasion(named)


def _is_addressing(opening: Span) -> bool:
    """Whether a sentence opens with who spoke or was asked: "Asked on Tuesday"."""
    return bool(opening) and is_of(opening[0], ADDRESSING) and not has_verb(opening[1:])


def _is_relative(attribution: Attribution) -> bool:
    """Whether it is told in passing of somebody: "her friend, who wrote that"."""
    words = [token.tag_ for span in attribution.source for token in span]
    if words and words[0] in ("WDT", "WP"):
        return True
    root = attribution.cue.root
    subjects = (each for each in root.children if relation(each) == "nsubj")
    return root.dep_ == "acl:relcl" and any(
        each.tag_ in ("WDT", "WP") for each in subjects
    )
