"""Dates that a statement shares with the one that it goes on with.

"On March 14 the minister said ... He wrote ...": in the same paragraph, in the
next words attributed, by plainly the same speaker, with no date of its own. And
"Following these talks, ...": of the day that the sentence before tells.
"""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.attributions import Attribution
from extract.dates.candidates import Candidates
from extract.dates.context import TextDate
from extract.dates.earlier import is_earlier
from extract.dates.sentences import paragraph, sentence
from ontology.claim import ClaimDate

PRONOUNS = frozenset({"he", "she", "they"})
"""Sources that can only be somebody named before."""

OTHER_TIMES = frozenset(
    {"earlier", "previously", "later", "repeatedly", "often", "always", "long", "once"}
)
"""Beside a cue, these tell of other occasions."""

_GOES_BACK = re.compile(
    r"[\s“\"]*(?i:after|following|during|at|in|on)\s+"
    r"(?i:these|those|this|that|the same)\s+(?i:\w+\s+)?"
    r"(?i:discussions?|negotiations?|talks?|meetings?|summit|session"
    r"|conversations?|debates?|votes?|hearings?|conference|briefing|interview|call"
    r"|event|gathering|visit|occasion|rally|speech|address|encounter|exchange)\b"
)


def inherited(
    candidates: Candidates, own: Sequence[ClaimDate | None]
) -> Iterator[ClaimDate | None]:
    """The attributions' own dates, completed by those they share; None for none."""
    before: tuple[Attribution, ClaimDate] | None = None
    for attribution, date in zip(candidates.attributions, own, strict=True):
        given = date or _after_event(candidates, attribution)
        if given is None and before and _goes_on(candidates, before[0], attribution):
            given = before[1]
        yield given
        before = (attribution, given) if given else None


def _goes_on(candidates: Candidates, before: Attribution, here: Attribution) -> bool:
    simple = _is_simple_past(here) or _is_beside(candidates.doc, before, here)
    if not (simple and _is_simple_past(before) and _same_speaker(before, here)):
        return False
    text = candidates.text
    if paragraph(text, before.cue) != paragraph(text, here.cue):
        return False
    other = is_earlier(here) or _own_time(candidates, before, here)
    return not other and not _is_nested(before, here)


def _same_speaker(before: Attribution, here: Attribution) -> bool:
    """The same words, a last name of them, or a pronoun for them."""
    if not here.source or not before.source:
        return False
    if here.source == before.source:
        return True
    words = [token.text for span in here.source for token in span]
    names = {token.text for span in before.source for token in span}
    if len(words) > 1:
        return words == [token.text for span in before.source for token in span]
    return words[0].lower() in PRONOUNS or (
        words[0][:1].isupper() and words[0] in names
    )


def _is_nested(before: Attribution, here: Attribution) -> bool:
    """Whether one is told within the words of the other."""
    return any(
        piece.start <= here.cue.start < piece.end for piece in before.content
    ) or any(piece.start <= before.cue.start < piece.end for piece in here.content)


def _is_simple_past(here: Attribution) -> bool:
    """Told of one occasion: "said", "added", and not "has said" or "says"."""
    tags = {token.tag_ for token in here.cue}
    perfect = any(token.text.lower() in ("has", "have", "had") for token in here.cue)
    return "VBD" in tags and not perfect


def _is_beside(doc: Doc, before: Attribution, here: Attribution) -> bool:
    """Whether it goes along in one sentence: "rejected it on Friday, arguing that"."""
    participle = all(token.tag_ == "VBG" for token in here.cue)
    return participle and sentence(doc, before.cue) == sentence(doc, here.cue)


def _own_time(candidates: Candidates, before: Attribution, here: Attribution) -> bool:
    """Whether the sentence speaks of another time, in a date or in a word."""
    doc = candidates.doc
    start, end = sentence(doc, here.cue)
    if sentence(doc, before.cue) == (start, end):
        return False
    inside = [(piece.start_char, piece.end_char) for piece in here.content]
    other = any(
        start <= each.span[0] < end and not _covered(each, inside)
        for each in candidates.dates
    )
    near = doc[max(here.cue.start - 2, 0) : min(here.cue.end + 2, len(doc))]
    return other or any(token.text.lower() in OTHER_TIMES for token in near)


def _covered(told: TextDate, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= told.span[0] < end for start, end in spans)


def _after_event(candidates: Candidates, here: Attribution) -> ClaimDate | None:
    """The day of the event that the sentence points back to, told just before it."""
    if not candidates.dates:
        return None
    text, (start, end) = candidates.text, sentence(candidates.doc, here.cue)
    if not _GOES_BACK.match(text, start, end):
        return None
    top, _ = paragraph(text, here.cue)
    earlier = [each for each in candidates.dates if top <= each.span[0] < start]
    return earlier[-1].date if earlier else None
