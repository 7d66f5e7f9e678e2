"""What is said without quotation marks before "said Li": "No comment, said Li."."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens
from extract.forms.phrases import attribution_of, speaks, trimmed

_SAYING = frozenset(
    {"add", "admit", "answer", "argue", "concede", "insist", "joke", "reply", "say",
     "shout", "warn", "write"}
)  # fmt: skip
_FINITE = frozenset({"VBD", "VBP", "VBZ"})


def inversions(doc: Doc) -> Iterator[Attribution]:
    """The sentences that end with a comma, a verb of saying and who says it."""
    for verb in doc[2:-1]:
        if verb.lemma_.lower() in _SAYING and verb.tag_ in _FINITE:
            found = _inverted(verb)
            if found is not None:
                yield found


def _inverted(verb: Token) -> Attribution | None:
    doc = verb.doc
    cue = doc[verb.i : verb.i + 1]
    first, last = sentence_tokens(doc, cue)
    speaker = trimmed(_up_to_comma(doc[verb.i + 1 : last]))
    said = doc[first : verb.i - 1]
    if doc[verb.i - 1].text != "," or not len(said) or not speaks(speaker):
        return None
    return attribution_of(speaker, cue, said)


def _up_to_comma(phrase: Span) -> Span:
    comma = next((t.i - phrase.start for t in phrase if t.text == ","), len(phrase))
    return phrase[:comma]
