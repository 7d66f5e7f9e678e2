"""Attributions that the form of the text tells, where the encoder hears none.

- `signed`: "“We will stay.” — Jane Roe".
- `inversions`: "No comment, said Li."
- `headlines`: "Strike 'inevitable' - rail union", "EU to sue Hungary".
- `idioms`: "put the loss at $40m", "in the words of the union".
- `formed(doc, found)`: the attributions with those of all forms.
"""

from collections.abc import Sequence

from spacy.tokens import Doc

from extract.attributions import Attribution
from extract.forms.headlines import headlines
from extract.forms.idioms import idioms
from extract.forms.inversions import inversions
from extract.forms.signatures import signed

__all__ = ["formed"]

_FORMS = (inversions, headlines, idioms)


def formed(doc: Doc, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with those that a form tells, in the order of their cues.

    A form gives way to an attribution with a source that holds some of its words, and
    takes the place of one that names nobody, or whose cue is no more than a part of its
    own ("rules" of "rules out") or the "in" of "in her view".
    """
    whole = signed(doc, found)
    for form in _FORMS:
        for own in form(doc):
            near = [each for each in whole if _tokens(each) & _tokens(own)]
            if not any(each.source and not _is_cut(each, own) for each in near):
                whole = [each for each in whole if each not in near] + [own]
    return tuple(sorted(whole, key=lambda each: each.cue.start))


def _is_cut(attribution: Attribution, form: Attribution) -> bool:
    """Whether its cue is less than the form's: a part of it, or a mere "in"."""
    cue, whole = attribution.cue, form.cue
    inside = whole.start <= cue.start and cue.end <= whole.end and len(cue) < len(whole)
    return inside or cue.text.lower() == "in"


def _tokens(attribution: Attribution) -> set[int]:
    spans = (attribution.cue, *attribution.content)
    return {token.i for span in spans for token in span}
