"""Documents with a tree and attributions made by hand: no model is needed."""

from collections.abc import Sequence

import spacy
from spacy.tokens import Doc, Span

from extract.attributions import Attribution

VOCAB = spacy.blank("en").vocab

Row = tuple[str, str, str, int]
"""Word, part of speech, relation, head (index of the word, itself at the root)."""


def parsed(rows: Sequence[Row]) -> Doc:
    """A document with these words, tags and arcs, words parted by blanks."""
    words, tags, relations, heads = zip(*rows, strict=True)
    return Doc(
        VOCAB,
        words=list(words),
        pos=list(tags),
        deps=["ROOT" if r == "root" else r for r in relations],
        heads=list(heads),
        lemmas=[word.lower() for word in words],
    )


def plain(text: str) -> Doc:
    """A document of the words of a text, without a tree."""
    return Doc(VOCAB, words=text.split(" "))


def part(doc: Doc, words: str, *, label: str = "") -> Span:
    """The span of the document that holds these words."""
    wanted = words.split(" ")
    texts = [token.text for token in doc]
    for start in range(len(texts) - len(wanted) + 1):
        if texts[start : start + len(wanted)] == wanted:
            return Span(doc, start, start + len(wanted), label=label)
    raise ValueError(f"{words!r} is not in the document")


def attribution(
    doc: Doc, cue: str, *content: str, source: str | None = None
) -> Attribution:
    """An attribution of the document by its words."""
    return Attribution(
        source=(part(doc, source),) if source else (),
        cue=part(doc, cue),
        content=tuple(part(doc, words) for words in content),
        confidence=1.0,
    )
