"""Attributions without labels: what our own encoder finds in the treebanks' texts.

A student has only its teachers' word for them (Hinton et al. 2015 on transfer sets);
they bring subjects that the news corpus lacks, and spans with an encoder's errors.
"""

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.tokens import Span

from extract.attributions import Attribution, attributions
from extract.components import doc_words
from extract.pipeline import language
from extract.training.corpora import Labelled, Stanced


def unlabelled(paths: Iterable[Path]) -> Iterator[Labelled]:
    """The documents of gzipped CoNLL-U files, with attributions but no labels."""
    texts = (text for path in paths for text in _texts(path))
    for number, doc in enumerate(language().pipe(texts)):
        words, tokens = doc_words(doc)
        rows = {token: row for row, token in enumerate(tokens)}
        found = [_stanced(own, rows) for own in attributions(doc)]
        yield Labelled(f"unlabelled:{number}", words, stances=found)


def _texts(path: Path) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = re.split(r"^# newdoc", lines.read(), flags=re.MULTILINE)[1:]
    for document in documents:
        parts = re.findall(r"^# (newpar|text = .*)", document, flags=re.MULTILINE)
        yield " ".join(
            "\n" if part == "newpar" else part.removeprefix("text = ") for part in parts
        ).strip()


def _stanced(own: Attribution, rows: dict[int, int]) -> Stanced:
    source, cue, content = (
        _rows(spans, rows) for spans in (own.source, [own.cue], own.content)
    )
    return Stanced(source, cue, content)


def _rows(spans: Sequence[Span], rows: dict[int, int]) -> tuple[int, ...]:
    """The numbers of the spans' words; whitespace has none."""
    return tuple(rows[token.i] for span in spans for token in span if token.i in rows)
