"""Lines, and phrases that can speak, by the tags of their words."""

from collections.abc import Iterator
from itertools import takewhile

from spacy.tokens import Doc, Span, Token

from extract.agents.lexicon import BODIES, DOCUMENTS, role
from extract.attributions import Attribution
from extract.lines import filled_lines

SURE = 0.5
"""Confidence in an attribution that only its form tells of."""

DASHES = frozenset("-–—")
LONGEST = 8
"""Words of a phrase that names a speaker in a headline."""

_SENTENCE_ENDS = frozenset(".!?")
_NOMINAL = frozenset(
    {"ADJ", "CCONJ", "DET", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"}
)
_NAMES = frozenset({"LOCATION", "ORGANIZATION", "PERSON"})


def titles(doc: Doc) -> Iterator[Span]:
    """The lines above the first that ends as a sentence does."""
    return takewhile(
        lambda line: line[-1].text not in _SENTENCE_ENDS, filled_lines(doc)
    )


def speaks(phrase: Span) -> bool:
    """Whether a phrase without verbs names a person, a body or a document."""
    bare = phrase[:-1] if len(phrase) and phrase[-1].is_punct else phrase
    nominal = all(
        t.pos_ in _NOMINAL or _is_noun(t) or t.lower_ in ("for", "of") for t in bare
    )
    return len(bare) <= LONGEST and nominal and any(map(is_speaker, bare))


def is_speaker(token: Token) -> bool:
    """Whether it is of a name, or a noun for a person, a body or a document."""
    word = token.lower_
    known = role(word) is not None or word in BODIES or word in DOCUMENTS
    return token.ent_type_ in _NAMES or (_is_noun(token) and known)


def _is_noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") or token.tag_.startswith("NN")


def trimmed(phrase: Span) -> Span:
    """The phrase without the blanks and stops that end it."""
    while len(phrase) and (phrase[-1].is_space or phrase[-1].text in ".!"):
        phrase = phrase[:-1]
    return phrase


def attribution_of(source: Span, cue: Span, content: Span) -> Attribution:
    """The attribution of these words, as sure as a form is."""
    parts = zip(("source", "cue", "content"), (source, cue, content), strict=True)
    own = [Span(span.doc, span.start, span.end, label=role) for role, span in parts]
    return Attribution((own[0],), own[1], (own[2],), SURE)
