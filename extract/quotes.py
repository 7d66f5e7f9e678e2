"""How words are quoted, and their readable form."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Span

from extract.agents.lexicon import SPEAKERS_OWN
from extract.attributions import Attribution
from extract.encoding.encoded import doc_text, doc_words
from ontology.claim import QuoteType

DIRECT_SHARE = 0.85
"""Share of a content's words between quotation marks from which it is direct."""

_FIRST_PERSON = SPEAKERS_OWN | {"ours"}
_EDGES = re.compile(r'^[\s"“”„«»\'‘’`]+|[\s"“”„«»\'‘’`]+$')
_STOP = re.compile(r"[,.;:]+$")
_PAIRS = (("“", "”"), ("„", "“"), ("«", "»"), ('"', '"'), ("‘", "’"), ("'", "'"))
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_SINGLE = re.compile(r"(?<!\w)(['‘])(?=[^\W\d])(?!n['’](?!\w))")
"""A single mark before words; none of rock 'n' roll."""

_CLOSING = re.compile(
    r"(?:(?<=[^\ss])['’](?!\w)|(?<=s)['’](?=\s*[^\s\w]|\s*\Z|\s+[A-Z]))"
)
"""A single mark after words, and no genitive's: the owners' offer."""

_GENITIVE = re.compile(r"(?<=s)['’](?!\w)")
"""One that closes only where no other does: 'cowards' and liars."""


def quote_types(doc: Doc, attributions: Sequence[Attribution]) -> list[QuoteType]:
    """How the content of each attribution is given, in order."""
    words, indices = doc_words(doc)
    states = dict(zip(indices, words.quotes, strict=True))
    states |= dict.fromkeys(_between_single_marks(doc), 1)
    return [_quote_type(attribution, states) for attribution in attributions]


def _between_single_marks(doc: Doc) -> Iterator[int]:
    """The tokens between single marks, and these: the words' own states are of double
    ones, as the encoder learnt them."""
    for start, end in _single_quotations(doc_text(doc)):
        quoted = doc.char_span(start, end, alignment_mode="expand")
        yield from (token.i for token in quoted or ())


def _single_quotations(text: str) -> Iterator[tuple[int, int]]:
    """What stands between single marks of one paragraph, with these."""
    opened = [found.start() for found in _SINGLE.finditer(text)]
    for start, limit in pairwise([*opened, len(text)]):
        inside = text[start + 1 : limit].partition("\n")[0]
        closing = _CLOSING.search(inside) or _GENITIVE.search(inside)
        if closing:
            yield start, start + 1 + closing.end()


def _quote_type(attribution: Attribution, states: dict[int, int]) -> QuoteType:
    inside = [
        states[token.i]
        for span in attribution.content
        for token in span
        if token.i in states
    ]
    share = sum(map(bool, inside)) / max(len(inside), 1)
    if share >= DIRECT_SHARE:
        return QuoteType.DIRECT
    if share > 0:
        return QuoteType.MIXED
    own = attribution.verbatim or _unmarked(attribution)
    return QuoteType.DIRECT if own else QuoteType.INDIRECT


def _unmarked(attribution: Attribution) -> bool:
    """Whether the words are the speaker's own though no mark says so.

    First person before a trailing "said ..." is the speaker's voice; after "that",
    or with the first person in the source itself, it is the writer's.
    """
    first = attribution.content[0]
    if first.start > attribution.cue.start or first[0].lower_ == "that":
        return False
    if any(
        token.lower_ in _FIRST_PERSON for span in attribution.source for token in span
    ):
        return False
    return any(
        token.lower_ in _FIRST_PERSON for span in attribution.content for token in span
    )


def readable(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The spans' words joined, without outer quotation marks and the stop beside them.

    >>> readable("“No truce,” he said. “None.”", [(0, 11), (21, 28)])
    'No truce None'
    >>> readable("He called it “a mess.”", [(10, 22)])
    'it “a mess”'
    """
    return " ".join(filter(None, (_bare(text[start:end]) for start, end in spans)))


def _bare(words: str) -> str:
    words = " ".join(words.split())
    bare = _EDGES.sub("", words)
    bare = _EDGES.sub("", _STOP.sub("", bare))
    return _paired(bare, words)


def _paired(bare: str, words: str) -> str:
    """With the mark that was cut off at an end though its other half is within."""
    marks = _APOSTROPHE.sub("", bare)
    for opening, closing in _PAIRS:
        opened, closed = marks.count(opening), marks.count(closing)
        odd = opened % 2 == 1 if opening == closing else opened != closed
        if odd and opened >= closed and closing in words[-3:]:
            return bare + closing
        if odd and closed >= opened and words.startswith(opening):
            return opening + bare
    return bare


def characters(spans: Sequence[Span]) -> tuple[tuple[int, int], ...]:
    """Token spans as character spans."""
    return tuple((span.start_char, span.end_char) for span in spans)
