"""Which date of a sentence dates the cue of an attribution.

By grammar where it is plain: from the date up its governors to the cue, through
nothing but phrases of speaking and of place ("told reporters in Rome on Friday",
"in an interview published on Sunday"). A date in front of the whole sentence
dates all that is not said inside somebody else's words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.dates.context import TextDate
from extract.dates.meanings import Calendar, Range, Shift, Stretch, Weekday
from extract.dates.occasions import DOCUMENTS, OCCASIONS, SPEAKING
from extract.dates.sentences import sentence, sentence_tokens
from extract.lemmas import is_form_of
from ontology.claim import ClaimDate

REFUSED = frozenset({"before", "until", "till", "by", "ahead of", "for", "to"})
"""Prepositions with which a date bounds something, and is not when it was said."""

AFTER = frozenset({"after", "following"})
"""With these the day of an event is, in news, that of what was said about it."""

_CLIMB = frozenset(
    {"obl", "advmod", "nmod", "obj", "iobj", "compound", "amod", "nummod", "flat",
     "appos", "conj", "dep", "fixed", "list", "case"}
)  # fmt: skip
_LINKED = frozenset({"conj", "advcl", "xcomp", "parataxis", "acl", "dep", "aux", "cop"})
_CLAUSES = frozenset({"advcl", "acl", "parataxis"})
_LINKS = 4
"""How many governors lie between a date and its cue at most."""

_FRONT = re.compile(
    r"[\s“\"‘'(—–-]*(?:(?:But|And|Also|Then|Earlier|Later|Early|Late|Speaking|Meanwhile"
    r"|However|Separately),?\s+)?(?:(?i:on|in|at|during|over|as of)\s+)?(?:the\s+)?"
)
VERBAL = frozenset({"VERB", "AUX", "SCONJ", "CCONJ"})
"""Parts of speech of words that begin another clause."""

BETWEEN = frozenset({"PUNCT", "SPACE"})
"""Parts of speech of what parts one clause from the next."""

GAP = 8
"""Words between a cue and the date before the words attributed, at most."""

_OCCASION_WITHIN = 4
"""Words after a date in front of a sentence that can name the occasion."""

_JOINING = re.compile(
    r"\s+(?:(?:on|in|late|early|late on|early on"
    r"|(?:at|during|in)(?:\s+(?:an?|the|his|her|its|their))?)\s+)?"
)


class Tie(IntEnum):
    """How a date belongs to a cue, strongest first."""

    CUE = 0
    OCCASION = 1
    FRONT = 2
    AFTER = 3


@dataclass(frozen=True)
class Candidates:
    """The dates of a document beside its attributions.

    `text` is the document's: spaCy puts it together anew at every call.
    """

    doc: Doc
    text: str
    attributions: tuple[Attribution, ...]
    dates: tuple[TextDate, ...]

    @cached_property
    def contents(self) -> list[tuple[int, Span]]:
        """Every piece of content with the number of its attribution."""
        return [
            (number, piece)
            for number, each in enumerate(self.attributions)
            for piece in each.content
        ]

    def around(self, start: int, end: int) -> set[int]:
        """The attributions within whose words these characters stand."""
        return {
            number
            for number, piece in self.contents
            if piece.start_char <= start and end <= piece.end_char
        }


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
    return any(
        piece.end == covered.end and all(token.pos_ not in VERBAL for token in piece)
        for piece in attribution.content
    )


def _tie(
    candidates: Candidates, attribution: Attribution, told: TextDate
) -> Tie | None:
    if is_bound(told):
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
    if _is_joined(candidates.text, attribution, told) or _is_between(
        candidates.doc, attribution, covered
    ):
        return Tie.CUE
    tie = _climb(covered.root, attribution, told)
    if tie is None and _is_front(candidates, attribution, covered):
        return Tie.FRONT
    return tie


def _is_joined(text: str, attribution: Attribution, told: TextDate) -> bool:
    """Whether nothing stands between, whatever the parse: "said on Thursday", "said
    during Thursday's debate"."""
    start, _ = told.span
    return bool(_JOINING.fullmatch(text[attribution.cue.end_char : start]))


def _is_between(doc: Doc, attribution: Attribution, covered: Span) -> bool:
    """Whether none but those present stand between: "told them on Friday that"."""
    gap = doc[attribution.cue.end : covered.start]
    if not 0 < len(gap) <= GAP or any(token.pos_ in VERBAL for token in gap):
        return False
    if gap[-1].text.lower() not in ("on", "in") and gap[-1].pos_ == "ADP":
        return False
    if any(piece.start == covered.end for piece in attribution.content):
        return True
    after = doc[covered.end : covered.end + 1]
    closed = all(token.pos_ in BETWEEN for token in after)
    return closed and not any(_is_apart(token, attribution) for token in gap)


def _is_apart(token: Token, attribution: Attribution) -> bool:
    """Whether a word after the cue begins another matter, or is of what is said."""
    return token.pos_ in BETWEEN or _is_inside(token, attribution)


def is_bound(told: TextDate) -> bool:
    """Whether the words bound a time: "by Friday", "until 2026"."""
    meaning = told.expression.meaning
    if isinstance(meaning, Range) and meaning.start is None:
        return True
    if isinstance(meaning, Stretch) and meaning.count > 0:
        return True
    return told.expression.preposition in REFUSED


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


def is_of(token: Token, lemmas: frozenset[str]) -> bool:
    """Whether the token is a form of one of the lemmas."""
    return is_form_of(token.lemma_, token.text, lemmas)


def _governors(token: Token, *, within: Span) -> Iterator[Token]:
    for governor in token.ancestors:
        if not within.start <= governor.i < within.end:
            return
        yield governor


def _climb(start: Token, attribution: Attribution, told: TextDate) -> Tie | None:
    """How the date's governors lead to the cue, if they do."""
    token, tie = start, Tie.CUE
    if _after(start, told):
        tie = Tie.AFTER
    for _ in range(_LINKS):
        governor = token.head
        if governor is token:
            return None
        if _is_cue(governor, attribution):
            return tie
        step = _step(token, governor, told)
        if step is None:
            return None
        token, tie = governor, max(tie, step)
    return None


def _is_cue(token: Token, attribution: Attribution) -> bool:
    """Whether the token is of the cue, or the cue hangs on it as its companion."""
    cue = attribution.cue
    if cue.start <= token.i < cue.end:
        return True
    here = cue.root
    for _ in range(_LINKS):
        if _relation(here) not in _LINKED or here.head is here:
            return False
        if _relation(here) != "acl" and _has_subject(here):
            return False
        here = here.head
        if here == token:
            return not _is_inside(token, attribution)
        if is_of(here, OCCASIONS) and here.head == token:
            # "sent a letter on Friday saying": the letter's words are the sender's.
            return not _is_inside(token, attribution)
    return False


def _has_subject(token: Token) -> bool:
    """Whether a verb begins anew: "it began on Monday and he says"."""
    return any(_relation(child) == "nsubj" for child in token.children)


def _is_inside(token: Token, attribution: Attribution) -> bool:
    return any(piece.start <= token.i < piece.end for piece in attribution.content)


def _relation(token: Token) -> str:
    return token.dep_.partition(":")[0].lower()


def _step(token: Token, governor: Token, told: TextDate) -> Tie | None:
    """One step up from a date: None where it leads into another matter."""
    if governor.pos_ in ("VERB", "AUX"):
        return _verb_step(governor)
    if _relation(token) not in _CLIMB and _relation(token) != "acl":
        return None
    if is_of(governor, OCCASIONS):
        return Tie.AFTER if _after(governor, told) else Tie.OCCASION
    if token.i < governor.i and _relation(token) != "conj":
        return None
    if _after(governor, told):
        return Tie.AFTER if _is_day(told) else None
    return Tie.OCCASION if _is_place(governor) and _is_day(told) else None


def _verb_step(verb: Token) -> Tie | None:
    """Through a clause beside the cue: "speaking on Friday", "after meeting him"."""
    clause = _relation(verb)
    if clause not in _CLAUSES or verb.dep_ == "acl:relcl":
        return None
    return Tie.OCCASION if is_of(verb, SPEAKING) else None


def _is_place(noun: Token) -> bool:
    """A place or those present: "in Rome on Friday", "told reporters on Friday"."""
    return noun.pos_ == "PROPN" or _relation(noun) in ("obl", "obj", "iobj")


def _is_day(told: TextDate) -> bool:
    meaning = told.expression.meaning
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, Weekday | Shift)


def _after(token: Token, told: TextDate) -> bool:
    if told.expression.preposition in AFTER:
        return True
    return any(
        child.text.lower() in AFTER and _relation(child) in ("case", "mark")
        for child in token.children
    )


def _is_front(candidates: Candidates, attribution: Attribution, covered: Span) -> bool:
    """Whether the date opens the cue's sentence: "On March 13, the minister"."""
    doc = candidates.doc
    first, last = sentence_tokens(doc, attribution.cue)
    if covered.start > attribution.cue.start or _is_relative(attribution):
        return False
    opening = doc[first : covered.start]
    after = doc[covered.end : min(covered.end + _OCCASION_WITHIN, last)]
    if _is_occasion(opening, after):
        return True
    # "Thursday's vote" and "March 11 talks" open with a date that is not free.
    free = bool(after) and after[0].text not in ("'s", "’s", "'", "’")
    start = doc[first].idx
    return free and bool(_FRONT.fullmatch(candidates.text, start, covered.start_char))


def _is_occasion(opening: Span, after: Span) -> bool:
    """Whether a sentence opens with an occasion: "At a forum in Rome on Monday"."""
    if not opening or opening[0].text.lower() not in ("at", "in", "during", "on"):
        return False
    if any(token.pos_ in VERBAL or token.pos_ == "PRON" for token in opening):
        return False
    named = [*opening]
    for token in after:
        if token.is_punct or token.pos_ in VERBAL:
            break
        named.append(token)
    return any(is_of(token, OCCASIONS) for token in named)


def _is_relative(attribution: Attribution) -> bool:
    """Whether it is told in passing of somebody: "her friend, who wrote that"."""
    words = [token.tag_ for span in attribution.source for token in span]
    if words and words[0] in ("WDT", "WP"):
        return True
    root = attribution.cue.root
    subjects = (each for each in root.children if _relation(each) == "nsubj")
    return root.dep_ == "acl:relcl" and any(
        each.tag_ in ("WDT", "WP") for each in subjects
    )
