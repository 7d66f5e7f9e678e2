"""The stances given to gold attributions, against labels by offset of their cues."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.components import encoder_of
from extract.evaluation.labelled import Labelled, Row, labelled
from extract.evaluation.measures import macro_f1
from extract.pipeline import Extractor
from extract.stances import stances


@dataclass(frozen=True)
class Judged:
    """A labelled attribution: each annotator's labels, and what was given."""

    stances: tuple[str, ...]
    polarities: tuple[str, ...]
    stance: str
    polarity: str


def score(extractor: Extractor, rows: Sequence[Row], labels: Path) -> list[Judged]:
    """Judge the labelled attributions of a corpus in PolNeAR's form.

    `labels` is a table with columns `stance` and `polarity` (see `labelled`).
    """
    return [
        judged
        for row, found in labelled(rows, labels)
        for judged in _of_article(extractor, row, found)
    ]


def _of_article(
    extractor: Extractor, row: Row, found: Sequence[Labelled]
) -> Iterator[Judged]:
    doc = extractor.nlp(row["text"])
    asked = [one.attribution(doc) for one in found]
    given = stances(doc, asked, encoder_of(extractor.nlp))
    for one, own in zip(found, given, strict=True):
        yield Judged(
            one.labels("stance"), one.labels("polarity"), own.stance, own.polarity
        )


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
