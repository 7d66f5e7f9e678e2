"""The words that announce a list: whose it is, and with which stance it is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from ontology.stances import Stance

_NOUNS = {
    Stance.DEMANDS: "demand condition requirement request ultimatum",
    Stance.PROPOSES: "proposal suggestion recommendation",
    Stance.PROMISES: "promise pledge commitment vow guarantee",
    Stance.SEEKS: "goal aim objective priority wish ambition",
    Stance.ACCUSES: "accusation grievance complaint allegation",
    Stance.WARNS: "warning",
}
_VERBS = {
    Stance.DEMANDS: "demand demands demanded demanding require requires required "
    "request requests requested insist insists insisted want wants wanted call calls "
    "called urge urges urged ask asks asked oblige obliges obliged order orders "
    "ordered",
    Stance.PROPOSES: "propose proposes proposed suggest suggests suggested recommend "
    "recommends recommended offer offers offered",
    Stance.PROMISES: "promise promises promised pledge pledges pledged vow vows vowed "
    "announce announces announced commit commits committed undertake undertakes "
    "undertook",
    Stance.SEEKS: "seek seeks sought aim aims aimed plan plans planned",
    Stance.ACCEPTS: "agree agrees agreed approve approves approved adopt adopts "
    "adopted",
}
NOUNS = {
    form: stance
    for stance, nouns in _NOUNS.items()
    for noun in nouns.split()
    for form in (f"{noun}s", f"{noun[:-1]}ies")
}
"""Nouns, in the plural, for what somebody sets up: what they list is that."""

VERBS = {verb: stance for stance, verbs in _VERBS.items() for verb in verbs.split()}
"""Verbs, by their forms, that can end in a colon and a list."""

_TELLING = (
    "argue argues argued claim claims claimed conclude concludes concluded explain "
    "explains explained find finds found note notes noted report reports reported say "
    "says said state states stated tell tells told write writes wrote"
)
TELLING = frozenset(_TELLING.split())
"""Verbs that announce a list only in lines of their own; they take no stance."""

SET_UP = frozenset({Stance.DEMANDS, Stance.PROPOSES})
"""What a list tells even where nobody is named whose it is."""

CONDITIONS = frozenset({"if", "unless", "until"})
"""Words before a colon and lines that make the lines conditions."""

_COUNTING = frozenset(
    {
        "things",
        "points",
        "steps",
        "measures",
        "changes",
        "items",
        "following",
        "reforms",
    }
)
_BETWEEN = frozenset({"NUM", "DET", "ADJ", "ADP", "PUNCT", "PART", "SPACE"})
_ASKED = frozenset({"NOUN", "PRON", "PROPN"})
_LONGEST_CUE = 9
"""Words that a cue of verb and noun has at most."""

INCLUDING = frozenset({"include", "includes", "included", "are", "were", "is"})
"""Verbs between a noun that announces a list and the list: its demands are ..."""


@dataclass(frozen=True)
class Announcement:
    """The source (empty if nobody is named) and cue of a list, and its stance, unless
    the model is to judge that."""

    source: tuple[Span, ...]
    cue: Span
    stance: Stance | None


def before_colon(region: Span) -> Announcement | None:
    """What announces a list in the part of a sentence before a colon."""
    verb = _last_verb(region)
    if verb is not None:
        return _by_verb(verb, region)
    nouns = [token for token in region if _announces(token)]
    found = _by_noun(nouns[-1], region) if nouns else None
    # Nobody's goals may be those of a match.
    return found if found and (found.source or found.stance in SET_UP) else None


def before_lines(region: Span) -> Announcement | None:
    """What announces a list in lines of their own: the last verb with a subject that
    tells or demands, wherever it stands before the colon."""
    known = (t for t in reversed(region) if t.lower_ in VERBS or t.lower_ in TELLING)
    verbs = (t for t in known if t.pos_ == "VERB" and _subject(t, region) is not None)
    verb = next(verbs, None)
    if verb is None:
        return None
    found = _by_verb(verb, region)
    return replace(found, stance=Stance.DEMANDS) if is_condition(region) else found


def is_condition(region: Span) -> bool:
    """Whether what comes before the colon says that the list is of conditions."""
    return len(region) > 1 and region[-2].lower_ in CONDITIONS


def _by_verb(verb: Token, region: Span) -> Announcement:
    subject = _subject(verb, region)
    cue = region.doc[_verb_start(verb, subject) : region.end]
    source = (_phrase(subject, region),) if subject is not None else ()
    return Announcement(source, cue, VERBS.get(verb.lower_))


def including(noun: Token) -> Announcement | None:
    """What announces a list right before it: "its demands include", "are"."""
    last = noun.i + 1
    while last < len(noun.doc) and noun.doc[last].pos_ == "ADV":
        last += 1
    if last == len(noun.doc) or noun.doc[last].lower_ not in INCLUDING:
        return None
    cue = noun.doc[noun.i : last + 1]
    return Announcement(_possessor(noun, noun.sent), cue, NOUNS[noun.lower_])


def nouns(doc: Doc) -> Iterator[Token]:
    """The nouns of the document that can announce a list."""
    return (token for token in doc if _announces(token))


def _announces(token: Token) -> bool:
    return token.pos_ == "NOUN" and token.lower_ in NOUNS


def _last_verb(region: Span) -> Token | None:
    """The verb that ends the region, but for "three things", "the following" and whom
    it wants "to"."""
    words = [t.lower_ for t in region if not (t.is_punct or t.is_space)]
    between = _BETWEEN | _ASKED if words[-1:] == ["to"] else _BETWEEN
    for token in reversed(region):
        if token.lower_ in VERBS and token.pos_ == "VERB":
            return token
        if token.pos_ not in between and token.lower_ not in _COUNTING:
            return None
    return None


def _by_noun(noun: Token, region: Span) -> Announcement:
    source = _possessor(noun, region)
    start = noun.i
    if not source:
        subject = _governing_subject(noun, region)
        if subject is not None:
            source = _possessor(subject, region) or (_phrase(subject, region),)
            start = max(subject.i + 1, source[0].end)
    if noun.i - start > _LONGEST_CUE or region.doc[start].is_punct:
        start = noun.i
    end = region.end if region.end - noun.i <= 2 else noun.i + 1
    return Announcement(source, region.doc[start:end], NOUNS[noun.lower_])


def _possessor(noun: Token, region: Span) -> tuple[Span, ...]:
    """Whose it is: before a possessive mark, or after "of" or "by"."""
    start = noun.i
    while start - 1 > region.start and noun.doc[start - 1].pos_ in ("ADJ", "NUM"):
        start -= 1
    if noun.doc[start - 1].tag_ == "POS" and start - 2 >= region.start:
        owner = noun.doc[start - 2]
        first = min(max(owner.left_edge.i, region.start), owner.i)
        while noun.doc[first].pos_ == "ADP":
            first += 1
        return (Span(noun.doc, first, start, label="source"),)
    for child in noun.children:
        ties = {token.lower_ for token in child.children if token.dep_ == "case"}
        if child.dep_ == "nmod:poss" or ties & {"of", "by", "from"}:
            return (_phrase(child, region, own=child.dep_ == "nmod:poss"),)
    return ()


def _governing_subject(noun: Token, region: Span) -> Token | None:
    for above in noun.ancestors:
        subject = _subject(above, region)
        if subject is not None and subject.i < noun.i:
            return subject
    first = (t for t in region if t.dep_.startswith("nsubj") and t.i < noun.i)
    return next(first, None)


def _subject(verb: Token, region: Span) -> Token | None:
    found = (
        child
        for child in verb.children
        if child.dep_ in ("nsubj", "nsubj:outer") and region.start <= child.i < verb.i
    )
    return next(found, None)


def _verb_start(verb: Token, subject: Token | None) -> int:
    start = min([verb.i, *(t.i for t in verb.lefts if t.dep_ in ("aux", "advmod"))])
    return max(start, subject.i + 1) if subject is not None else start


def _phrase(noun: Token, region: Span, *, own: bool = False) -> Span:
    """The noun with its dependents that touch it, with its possessive mark if `own`."""
    start = max(noun.left_edge.i, region.start)
    end = noun.right_edge.i + 1
    relative = (t.left_edge.i for t in noun.rights if t.dep_ in ("acl:relcl", "punct"))
    end = min([end, region.end, *relative])
    if own:
        end = min(end, noun.i + 2)
    return Span(noun.doc, start, max(end, noun.i + 1), label="source")
