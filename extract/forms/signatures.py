"""Quotations that a name signs: "“We will stay.” — Jane Roe, teacher".

Letters, readers' comments and quotations set apart stand so, with no verb. Whoever
spoke before has no part in them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.forms.phrases import DASHES, attribution_of, trimmed
from extract.lines import filled_lines

_DASHES = DASHES | {"―"}
_MARKS = frozenset('"“”„«»')

LONGEST = 12
"""Words of a signature: a name, and what tells who bears it."""


def signed(doc: Doc, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with those of signed quotations, which are nobody else's."""
    own = list(_signatures(doc))
    taken = {token.i for each in own for span in each.content for token in span}
    others = (replace(each, content=_outside(each.content, taken)) for each in found)
    return [*(each for each in others if each.content), *own]


def _outside(content: Sequence[Span], taken: set[int]) -> tuple[Span, ...]:
    return tuple(span for span in content if not taken & {token.i for token in span})


def _signatures(doc: Doc) -> Iterator[Attribution]:
    before = doc[:0]
    for line in filled_lines(doc):
        mark = next((t.i for t in reversed(line) if t.text[-1] in _DASHES), line.end)
        words = doc[line.start : mark + 1] if mark > line.start else before
        name = _without_blanks(doc[mark + 1 : line.end])
        if _is_quotation(words) and _is_signature(name):
            said = _without_blanks(doc[words.start : min(words.end, mark)])
            yield attribution_of(name, doc[mark : mark + 1], said)
        before = line


def _without_blanks(phrase: Span) -> Span:
    """The phrase without the blanks around it and the stop that ends it."""
    while len(phrase) and phrase[0].is_space:
        phrase = phrase[1:]
    return trimmed(phrase)


def _is_quotation(words: Span) -> bool:
    """Whether one pair of quotation marks holds all but a dash at the end."""
    marks = [token for token in words if not _MARKS.isdisjoint(token.text)]
    if len(marks) != 2 or marks[0].i != words.start:
        return False
    rest = words.doc[marks[1].i + 1 : words.end]
    return all(token.is_space or token.text in _DASHES for token in rest)


def _is_signature(phrase: Span) -> bool:
    """Whether a person's name opens it, and nothing is told with a verb."""
    if not 0 < len(phrase) <= LONGEST or phrase[0].ent_type_ != "PERSON":
        return False
    return all(token.pos_ not in ("AUX", "VERB") for token in phrase)
