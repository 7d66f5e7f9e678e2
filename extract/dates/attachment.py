"""Which date of a sentence dates the cue of an attribution.

By its place where that is plain ("said on Thursday", "told them on Friday that"), by
grammar (`governors`), or as the opening of the sentence (`openings`).
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.dates.candidates import (
    BETWEEN,
    Candidates,
    has_verb,
    is_bound,
    is_inside,
    is_of,
    tells_occasion,
)
from extract.dates.context import TextDate
from extract.dates.governors import Tie, governed
from extract.dates.meanings import Calendar, DayOfMonth, Division, Meaning
from extract.dates.occasions import DOCUMENTS, SPEAKING
from extract.dates.openings import opens
from extract.dates.sentences import sentence
from ontology.claim import ClaimDate

GAP = 8
"""Words between a cue and the date before the words attributed, at most."""

_JOINING = re.compile(
    r"\s+(?:(?:on|in|late|early|late on|early on"
    r"|(?:at|during|in)(?:\s+(?:an?|the|his|her|its|their))?)\s+)?"
)


def best(candidates: Candidates, attribution: Attribution) -> ClaimDate | None:
    """The date of the sentence that dates the cue; None where there is none."""
    if not candidates.dates:
        return None
    first, last = sentence(candidates.doc, attribution.cue)
    ranked = [
        (tie, _distance(each, attribution), number)
        for number, each in enumerate(candidates.dates)
        if first <= each.span[0] and each.span[1] <= last
        if _is_beside(candidates, attribution, each)
        and (tie := _tie(candidates, attribution, each)) is not None
    ]
    return candidates.dates[min(ranked)[2]].date if ranked else None


def _distance(told: TextDate, attribution: Attribution) -> int:
    cue = attribution.cue
    return max(told.expression.start - cue.end_char, cue.start_char - told.span[1], 0)


def _is_beside(
    candidates: Candidates, attribution: Attribution, told: TextDate
) -> bool:
    """Whether nobody's words hold the date and not the cue."""
    start, end = told.span
    cue = attribution.cue
    own = candidates.attributions.index(attribution)
    around = candidates.around(start, end)
    if own in around and not _is_adjunct(candidates.doc, attribution, told):
        return False
    return around - {own} == candidates.around(cue.start_char, cue.end_char) - {own}


def _is_adjunct(doc: Doc, attribution: Attribution, told: TextDate) -> bool:
    """Whether a date that ends what is said is the cue's by grammar, and no verb there
    could have it: "promised a round of talks | last month"."""
    covered = doc.char_span(*told.span, alignment_mode="expand")
    if covered is None or covered.root.head not in attribution.cue:
        return False
    after = doc[covered.end : covered.end + 2]
    parted = after.text.startswith(",") and after[-1] in attribution.cue
    return (parted or not _is_yearless(told.expression.meaning)) and any(
        piece.end - parted == covered.end and not has_verb(piece)
        for piece in attribution.content
    )


def _is_yearless(meaning: Meaning) -> bool:
    """A day or month alone: more often of what is spoken of than of when it was said
    ("condemned the attack on 6 May", "ruled out a cut in July")."""
    if isinstance(meaning, Calendar):
        return not meaning.year and not meaning.which
    return isinstance(meaning, DayOfMonth)


def _tie(
    candidates: Candidates, attribution: Attribution, told: TextDate
) -> Tie | None:
    # A quarter is what figures are of, and never when they were told.
    if is_bound(told) or isinstance(told.expression.meaning, Division):
        return None
    covered = candidates.doc.char_span(*told.span, alignment_mode="expand")
    if covered is None:
        return None
    cue = attribution.cue
    if cue.start <= covered.start and covered.end <= cue.end:
        return Tie.CUE
    source = _source_around(attribution, covered)
    if source is not None and source.root.pos_ == "VERB":
        source = None  # a clause that was taken for a source: what it does has a date
    if source is not None:
        return _in_source(source, covered)
    if (
        _is_joined(candidates.text, attribution, told)
        or _is_between(candidates.doc, attribution, covered)
        or _is_before_that(attribution, covered)
    ):
        return Tie.CUE
    tie = governed(covered.root, attribution, told)
    if tie is None and opens(candidates, attribution, covered):
        return Tie.FRONT
    return tie


def _is_joined(text: str, attribution: Attribution, told: TextDate) -> bool:
    """Whether nothing stands between, whatever the parse: "said on Thursday", "said
    during Thursday's debate"."""
    start, _ = told.span
    return bool(_JOINING.fullmatch(text[attribution.cue.end_char : start]))


def _is_between(doc: Doc, attribution: Attribution, covered: Span) -> bool:
    """Whether none but those present, or the occasion, stand between: "told them on
    Friday that", "said, in a letter on Friday, that"."""
    gap = doc[attribution.cue.end : covered.start]
    occasion = tells_occasion(gap)
    if not 0 < len(gap) <= GAP or (has_verb(gap) and not occasion):
        return False
    if gap[-1].text.lower() not in ("on", "in") and gap[-1].pos_ == "ADP":
        return False
    if any(piece.start == covered.end for piece in attribution.content):
        return True
    after = doc[covered.end : covered.end + 1]
    closed = all(token.pos_ in BETWEEN for token in after)
    apart = any(token.pos_ in BETWEEN for token in gap) and not occasion
    return (
        closed and not apart and not any(is_inside(each, attribution) for each in gap)
    )


def _is_before_that(attribution: Attribution, covered: Span) -> bool:
    """Whether the words said follow with "that": "made clear in 2023 that", whichever
    verb of the sentence was taken for the cue."""
    return any(
        piece.start == covered.end and piece[0].text.lower() == "that"
        for piece in attribution.content
    )


def _source_around(attribution: Attribution, covered: Span) -> Span | None:
    inside = (
        span
        for span in attribution.source
        if span.start <= covered.start and covered.end <= span.end
    )
    return next(inside, None)


def _in_source(source: Span, covered: Span) -> Tie | None:
    """A document as source has its own date: "a report released on Tuesday"."""
    root = source.root
    if not is_of(root, DOCUMENTS):
        return None
    governors = list(_governors(covered.root, within=source))
    clear = all(
        token.pos_ != "VERB" or is_of(token, SPEAKING)
        for token in governors
        if token.i != root.i
    )
    return Tie.OCCASION if clear else None


def _governors(token: Token, *, within: Span) -> Iterator[Token]:
    for governor in token.ancestors:
        if not within.start <= governor.i < within.end:
            return
        yield governor
