"""The stances given to gold attributions, against labels by offset of their cues."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.components import encoder_of
from extract.evaluation.measures import macro_f1
from extract.labels import ROLES
from extract.pipeline import Extractor
from extract.stances import stances


@dataclass(frozen=True)
class Judged:
    """A labelled attribution: each annotator's labels, and what was given."""

    stances: tuple[str, ...]
    polarities: tuple[str, ...]
    stance: str
    polarity: str


def score(
    extractor: Extractor, rows: Sequence[dict[str, Any]], labels: Path
) -> list[Judged]:
    """Judge the labelled attributions of a corpus in PolNeAR's form.

    `labels` is a table with `doc, cue_start, cue_end` and `stance, polarity`, or both
    twice, ending in `_a` and `_b`.
    """
    with labels.open(encoding="utf-8") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    known = {
        (row["doc"], int(row["cue_start"]), int(row["cue_end"])): row for row in table
    }
    return [judged for row in rows for judged in _of_article(extractor, row, known)]


def _of_article(
    extractor: Extractor,
    row: dict[str, Any],
    known: dict[tuple[str, int, int], dict[str, str]],
) -> Iterator[Judged]:
    doc = extractor.nlp.make_doc(row["text"])
    found = {
        (row["id"], gold["cue"][0][0], gold["cue"][-1][1]): gold
        for gold in row["attributions"]
        if gold["cue"]
    }
    wanted = [key for key in found if key in known]
    asked = [_attribution(doc, found[key]) for key in wanted]
    given = stances(doc, asked, encoder_of(extractor.nlp))
    for key, own in zip(wanted, given, strict=True):
        yield Judged(
            _labels(known[key], "stance"),
            _labels(known[key], "polarity"),
            own.stance,
            own.polarity,
        )


def _labels(row: dict[str, str], name: str) -> tuple[str, ...]:
    return tuple(row[key] for key in (name, f"{name}_a", f"{name}_b") if key in row)


def _attribution(doc: Doc, gold: dict[str, Any]) -> Attribution:
    source, cue, content = (_spans(doc, gold[role]) for role in ROLES)
    return Attribution(source, cue[0], content, confidence=1.0)


def _spans(doc: Doc, offsets: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    found = (doc.char_span(a, b, alignment_mode="expand") for a, b in offsets)
    return tuple(span for span in found if span is not None)


def report(found: Sequence[Judged]) -> str:
    """Accuracy, macro F1 and polarity; either annotator may be equalled."""
    pairs = [
        (own.stance if own.stance in own.stances else own.stances[0], own.stance)
        for own in found
    ]
    right = sum(gold == given for gold, given in pairs)
    same = sum(own.polarity in own.polarities for own in found)
    size = len(found)
    return (
        f"stance    {right}/{size}  {100 * right / size:6.1f} %\n"
        f"macro F1  {100 * macro_f1(pairs):13.1f}\n"
        f"polarity  {same}/{size}  {100 * same / size:6.1f} %"
    )
