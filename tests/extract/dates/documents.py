"""Documents made by hand: a line of `word/part-of-speech/relation/head` a sentence.

Heads are counted from 1 within the sentence, 0 for its root. A word that ends in
`_` stands close to the next one; a line that is empty makes a new paragraph.
"""

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extract.attributions import EXTENSION, Attribution, register

_TAGS = {"VERB": "VBD", "AUX": "MD", "PROPN": "NNP", "PRON": "PRP", "NOUN": "NN"}
_LEMMAS = {"said": "say", "speaking": "speak", "began": "begin", "released": "release"}


def document(lines: str) -> Doc:
    """The document with its tree; lemmas are the words in lower case, or listed."""
    rows: list[tuple[str, bool, str, str, int, bool]] = []
    for line in lines.strip("\n").split("\n"):
        base = len(rows)
        if not line.strip():
            rows.append(("\n\n", False, "SPACE", "dep", base, True))
        for number, item in enumerate(line.split()):
            word, pos, relation, head = item.rsplit("/", 3)
            place = base + number if head == "0" else base + int(head) - 1
            close = word.endswith("_")
            rows.append(
                (word.rstrip("_"), not close, pos, relation, place, number == 0)
            )
    words = [row[0] for row in rows]
    return Doc(
        Vocab(),
        words=words,
        spaces=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        tags=[_TAGS.get(row[2], row[2]) for row in rows],
        lemmas=[_LEMMAS.get(word.lower(), word.lower()) for word in words],
        heads=[row[4] for row in rows],
        deps=["ROOT" if row[3] == "root" else row[3] for row in rows],
        sent_starts=[row[5] for row in rows],
    )


def attribute(doc: Doc, *parts: tuple[str, str, str]) -> Doc:
    """The document with attributions: (source, cue, content) as words of the text.

    Each is sought after the end of the cue before; "" for nobody.
    """
    register()
    found = []
    for source, cue, content in parts:
        found.append(
            Attribution(
                source=(_span(doc, source),) if source else (),
                cue=_span(doc, cue),
                content=(_span(doc, content),),
                confidence=1.0,
            )
        )
    doc._.set(EXTENSION, tuple(found))
    return doc


def _span(doc: Doc, words: str) -> Span:
    start = doc.text.index(words)
    span = doc.char_span(start, start + len(words), alignment_mode="expand")
    assert span is not None
    return span
