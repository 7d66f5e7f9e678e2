"""Attributions that were written to be learned from: other subjects, rarer stances.

One a line: stance, polarity and a passage in which `[S ...]` is the source, `{C ...}`
the cue and each `<...>` a part of the content.
"""

import re
from pathlib import Path
from typing import TypeAlias

from spacy.language import Language

from extract.components import doc_words
from extract.training.corpora import Alignment, Labelled, Stanced

WRITTEN = Path(__file__).parent.parent / "written_stances.tsv"
"""The passages that ship with the project; all are ours."""

Spans: TypeAlias = dict[str, list[tuple[int, int]]]
"""Offsets in the passage without marks, by what opened them."""

_MARK = re.compile(r"\[S |\{C |<|[\]}>]")


def written(path: Path, nlp: Language) -> list[Labelled]:
    """The passages of the file, each a document with one attribution.

    Raises ValueError where a line has not three columns, or no cue or content.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    return [
        _document(f"{path.stem}:{number}", line, nlp)
        for number, line in enumerate(lines, 1)
    ]


def _document(name: str, line: str, nlp: Language) -> Labelled:
    columns = line.split("\t")
    if len(columns) != 3:
        message = f"{name}: {len(columns)} columns instead of stance, polarity, text"
        raise ValueError(message)
    stance, polarity, passage = columns
    text, spans = unmarked(passage)
    doc = nlp.make_doc(text)
    found, indices = doc_words(doc)
    align = Alignment([(doc[i].idx, doc[i].idx + len(doc[i])) for i in indices])
    source, cue, content = (
        tuple(i for span in spans.get(mark, ()) for i in range(*align(*span)))
        for mark in ("[S ", "{C ", "<")
    )
    if not cue or not content:
        message = f"{name}: no {{C cue}} or no <content>"
        raise ValueError(message)
    return Labelled(
        name, found, stances=[Stanced(source, cue, content, (stance,), (polarity,))]
    )


def unmarked(passage: str) -> tuple[str, Spans]:
    """The passage without its marks, and what they enclosed; marks do not nest.

    >>> unmarked("[S She] {C said} <no>.")
    ('She said no.', {'[S ': [(0, 3)], '{C ': [(4, 8)], '<': [(9, 11)]})
    """
    text, opened, spans = "", ("", 0), Spans()
    end = 0
    for mark in _MARK.finditer(passage):
        text += passage[end : mark.start()]
        end = mark.end()
        if mark[0] in "]}>":
            kind, start = opened
            spans.setdefault(kind, []).append((start, len(text)))
        else:
            opened = mark[0], len(text)
    return text + passage[end:], spans
