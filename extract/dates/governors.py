"""How a date belongs to a cue by grammar: from governor to governor.

Through nothing but phrases of speaking and of place ("told reporters in Rome on
Friday", "in an interview published on Sunday"), of events just before ("after talks
on Monday") and clauses in front that tell when ("when it failed in May, he said").
"""

from enum import IntEnum

from spacy.tokens import Token

from extract.attributions import Attribution
from extract.dates.candidates import is_inside, is_of, relation
from extract.dates.context import TextDate
from extract.dates.meanings import Calendar, DayOfMonth, Shift, Weekday
from extract.dates.occasions import OCCASIONS, SPEAKING

AFTER = frozenset({"after", "following"})
"""With these the day of an event is, in news, that of what was said about it."""

WHEN = AFTER | {"when", "once"}
"""Words that begin a clause which tells when."""

_CLIMB = frozenset(
    {"obl", "advmod", "nmod", "obj", "iobj", "compound", "amod", "nummod", "flat",
     "appos", "conj", "dep", "fixed", "list", "case"}
)  # fmt: skip
_LINKED = frozenset({"conj", "advcl", "xcomp", "parataxis", "acl", "dep", "aux", "cop"})
_CLAUSES = frozenset({"advcl", "acl", "parataxis"})
_LINKS = 4
"""How many governors lie between a date and its cue at most."""


class Tie(IntEnum):
    """How a date belongs to a cue, strongest first."""

    CUE = 0
    OCCASION = 1
    FRONT = 2
    AFTER = 3


def governed(start: Token, attribution: Attribution, told: TextDate) -> Tie | None:
    """How the governors of a date's word lead to the cue, if they do."""
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
        if relation(here) not in _LINKED or here.head is here:
            return False
        if relation(here) != "acl" and _has_subject(here):
            return False
        here = here.head
        if here == token:
            return not is_inside(token, attribution)
        if is_of(here, OCCASIONS) and here.head == token:
            # "sent a letter on Friday saying": the letter's words are the sender's.
            return not is_inside(token, attribution)
    return False


def _has_subject(token: Token) -> bool:
    """Whether a verb begins anew: "it began on Monday and he says"."""
    return any(relation(child) == "nsubj" for child in token.children)


def _step(token: Token, governor: Token, told: TextDate) -> Tie | None:
    """One step up from a date: None where it leads into another matter."""
    if governor.pos_ in ("VERB", "AUX"):
        return _verb_step(governor)
    if relation(token) not in _CLIMB and relation(token) != "acl":
        return None
    if is_of(governor, OCCASIONS):
        return Tie.AFTER if _after(governor, told) else Tie.OCCASION
    if token.i < governor.i and relation(token) != "conj":
        return None
    if _after(governor, told):
        return Tie.AFTER if _is_day(told) else None
    return Tie.OCCASION if _is_place(governor) and _is_day(told) else None


def _verb_step(verb: Token) -> Tie | None:
    """Through a clause beside the cue: "speaking on Friday", "when it failed"."""
    clause = relation(verb)
    if clause not in _CLAUSES or verb.dep_ == "acl:relcl":
        return None
    if is_of(verb, SPEAKING):
        return Tie.OCCASION
    told_when = verb.i < verb.head.i and _introduced(verb, WHEN)
    return Tie.AFTER if clause == "advcl" and told_when else None


def _is_place(noun: Token) -> bool:
    """A place or those present: "in Rome on Friday", "told reporters on Friday"."""
    return noun.pos_ == "PROPN" or relation(noun) in ("obl", "obj", "iobj")


def _is_day(told: TextDate) -> bool:
    meaning = told.expression.meaning
    if isinstance(meaning, Calendar):
        return meaning.day is not None
    return isinstance(meaning, DayOfMonth | Weekday | Shift)


def _after(token: Token, told: TextDate) -> bool:
    return told.expression.preposition in AFTER or _introduced(token, AFTER)


def _introduced(token: Token, words: frozenset[str]) -> bool:
    """Whether one of the words begins the phrase or clause of a token."""
    return any(
        child.text.lower() in words and relation(child) in ("case", "mark", "advmod")
        for child in token.children
    )
