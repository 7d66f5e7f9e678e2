"""What headlines tell without a verb of saying.

- "Heatwaves to double by 2040: study", "Strike 'inevitable' - rail union";
- "'We were lied to': victims turn on mayor";
- "EU to sue Hungary over media law";
- "Bank holds rate, sees inflation at target", "* CEO rules out sale".
"""

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.forms.phrases import (
    DASHES,
    LONGEST,
    attribution_of,
    is_speaker,
    speaks,
    titles,
)
from extract.known_cues import VERBS

_QUOTES = frozenset("\"'“”‘’")
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_ACTS = VERBS | {"clear", "defy", "eye", "see", "shun", "snub", "spurn"}
"""Verbs in the present that tell in a headline what their subject wants or holds."""

_WITH = {"call": {"for", "on"}, "push": {"for"}, "put": {"off"}, "rule": {"out"}}
"""Verbs that do so only with such a word after them."""

_BREAKS = frozenset({",", ";", ":", "-", "–", "—", "*", "•", "as", "while"})
_ENDING = frozenset({"after", "amid", "despite", "over"})


def headlines(doc: Doc) -> Iterator[Attribution]:
    """What each headline tells, by the first form that fits."""
    for line in titles(doc):
        forms = (_after_mark(line), _quoted_first(line), _planned(line))
        found = next((own for own in forms if own is not None), None)
        yield from _acts(line) if found is None else [found]


def _after_mark(line: Span) -> Attribution | None:
    """What stands before a last colon or dash, if who says it ends the line.

    A name of a body after a dash is the newspaper's.
    """
    mark = next((t for t in reversed(line) if _parts(t)), None)
    if mark is None:
        return None
    said, speaker = _around(line, mark)
    outlet = mark.text in DASHES and any(t.ent_type_ == "ORGANIZATION" for t in speaker)
    if outlet or len(said) < 2 or not speaks(speaker):
        return None
    return attribution_of(speaker, line.doc[mark.i : mark.i + 1], said)


def _parts(token: Token) -> bool:
    """Whether it is a colon or a dash between blanks."""
    apart = token.i > 0 and bool(token.nbor(-1).whitespace_ and token.whitespace_)
    return token.text == ":" or (token.text in DASHES and apart)


def _around(line: Span, mark: Token) -> tuple[Span, Span]:
    return line.doc[line.start : mark.i], line.doc[mark.i + 1 : line.end]


def _quoted_first(line: Span) -> Attribution | None:
    """What is quoted before a colon, if the clause after it names who acts."""
    mark = next((token for token in line if token.text == ":"), None)
    if mark is None or line[0].text not in _QUOTES:
        return None
    said, clause = _around(line, mark)
    verb = next((t.i for t in clause if t.tag_ in _FINITE), clause.start)
    actor = line.doc[clause.start : verb]
    if len(said) < 3 or said[-1].text not in _QUOTES or not speaks(actor):
        return None
    return attribution_of(actor, line.doc[mark.i : mark.i + 1], said)


def _planned(line: Span) -> Attribution | None:
    """What somebody is "to" do, if that is the line's only verb so far."""
    to = next((t for t in line[: LONGEST + 1] if t.tag_ == "TO"), None)
    if to is None or to.i + 2 >= line.end or to.nbor(1).tag_ != "VB":
        return None
    actor = line.doc[line.start : to.i]
    if not speaks(actor) or not is_speaker(actor[-1]):
        return None
    return attribution_of(
        actor, line.doc[to.i : to.i + 1], line.doc[to.i + 1 : line.end]
    )


def _acts(line: Span) -> Iterator[Attribution]:
    """What the clauses of the line tell with a verb: of their own subject, or of that
    of the clause before."""
    actor = line[:0]
    for clause in _clauses(line):
        verb = next((t for t in clause if t.tag_ in ("VBP", "VBZ")), None)
        if verb is None:
            continue
        own = line.doc[clause.start : verb.i]
        if len(own):
            actor = own if speaks(own) and is_speaker(own[-1]) else line[:0]
        cue = _cue(verb, clause)
        said = line.doc[cue.end : clause.end]
        if len(actor) and len(cue) and len(said):
            yield attribution_of(actor, cue, said)


def _clauses(line: Span) -> Iterator[Span]:
    """The parts of the line between marks, "as" and "while"; each up to "after" and the
    like."""
    marks = [t.i for t in line if t.lower_ in _BREAKS]
    for before, after in pairwise([line.start - 1, *marks, line.end]):
        clause = line.doc[before + 1 : after]
        end = next((t.i for t in clause if t.lower_ in _ENDING), after)
        yield line.doc[before + 1 : end]


def _cue(verb: Token, clause: Span) -> Span:
    """The verb, with what it needs; empty if it tells nothing."""
    rest = verb.doc[verb.i + 1 : clause.end]
    lemma = verb.lemma_.lower()
    if lemma in _WITH:
        tied = len(rest) > 0 and rest[0].lower_ in _WITH[lemma]
        return verb.doc[verb.i : verb.i + 2 * tied]
    return verb.doc[verb.i : verb.i + (lemma in _ACTS)]
