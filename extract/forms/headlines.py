"""What headlines tell without a verb of saying.

- "Heatwaves to double by 2040: study", "Strike 'inevitable' - rail union";
- "'We were lied to': victims turn on mayor";
- "EU to sue Hungary over media law".
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.forms.phrases import (
    DASHES,
    LONGEST,
    is_speaker,
    speaks,
    titles,
    told,
)

_QUOTES = frozenset("\"'“”‘’")
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def headlines(doc: Doc) -> Iterator[Attribution]:
    """What each headline tells, by the first form that fits."""
    for line in titles(doc):
        forms = (_after_mark(line), _quoted_first(line), _planned(line))
        found = next((own for own in forms if own is not None), None)
        if found is not None:
            yield found


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
    return told(speaker, line.doc[mark.i : mark.i + 1], said)


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
    return told(actor, line.doc[mark.i : mark.i + 1], said)


def _planned(line: Span) -> Attribution | None:
    """What somebody is "to" do, if that is the line's only verb so far."""
    to = next((t for t in line[: LONGEST + 1] if t.tag_ == "TO"), None)
    if to is None or to.i + 2 >= line.end or to.nbor(1).tag_ != "VB":
        return None
    actor = line.doc[line.start : to.i]
    if not speaks(actor) or not is_speaker(actor[-1]):
        return None
    return told(actor, line.doc[to.i : to.i + 1], line.doc[to.i + 1 : line.end])
