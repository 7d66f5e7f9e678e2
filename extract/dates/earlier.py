"""Statements told as made before, on a day that the text does not tell."""

from collections.abc import Iterator

from spacy.tokens import Token

from extract.attributions import Attribution
from extract.dates.candidates import is_inside
from extract.dates.occasions import OCCASIONS

_EARLIER = frozenset({"earlier", "formerly", "once", "previously"})
"""Adverbs beside a cue: "had earlier said"."""

_ANEW = frozenset({"again", "more"})
"""Words after "once" with which it tells that something is said anew."""

_FORMER = frozenset({"earlier", "past", "previous", "prior"})
"""Adjectives of the occasion or document: "in previous statements"."""

_DOCUMENTS = OCCASIONS | {"draft", "proposal", "version"}
_WITHIN = frozenset({"at", "during", "in", "on"})
_RELATIVE = frozenset({"WDT", "WP"})


def is_earlier(attribution: Attribution) -> bool:
    """Whether it is told as of an earlier time: by an adverb, by when or on what
    occasion it was, or by the document that says it."""
    doc, cue = attribution.cue.doc, attribution.cue
    beside = doc[max(cue.start - 1, 0) : cue.end + 1]
    return any(
        _is_adverb(token) and not is_inside(token, attribution) for token in beside
    ) or any(map(_is_former, [*_occasions(attribution), *_documents(attribution)]))


def _is_adverb(token: Token) -> bool:
    word, after = token.text.lower(), token.doc[token.i + 1 : token.i + 2]
    anew = word == "once" and after.text.lower() in _ANEW
    return word in _EARLIER and token.pos_ == "ADV" and not anew


def _occasions(attribution: Attribution) -> Iterator[Token]:
    """The nouns that the cue has with "in" or "at"; none of what is said."""
    for verb in attribution.cue:
        for noun in verb.children:
            within = any(case.text.lower() in _WITHIN for case in noun.lefts)
            if within and not is_inside(noun, attribution):
                yield noun


def _documents(attribution: Attribution) -> Iterator[Token]:
    """The documents and occasions that the source names, or its relative pronoun
    stands for: "a draft from earlier talks, which"."""
    for span in attribution.source:
        phrase = span
        if span[0].tag_ in _RELATIVE:
            phrase = span.doc[attribution.cue.root.head.left_edge.i : span.start]
        yield from (token for token in phrase if token.lemma_ in _DOCUMENTS)


def _is_former(noun: Token) -> bool:
    return noun.text.lower() == "past" or any(
        t.text.lower() in _FORMER for t in noun.lefts
    )
