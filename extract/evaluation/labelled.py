"""Gold attributions with the labels that a table gives to their cues by offset."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.encoding.labels import ROLES

Row = dict[str, Any]
"""An article in PolNeAR's form: id, text, attributions."""


class Labelled(NamedTuple):
    """A gold attribution by its offsets, and its row of the table."""

    gold: dict[str, Any]
    row: dict[str, str]

    def labels(self, name: str) -> tuple[str, ...]:
        """The labels in the column of this name, or of each of two annotators."""
        columns = (name, f"{name}_a", f"{name}_b")
        return tuple(self.row[key] for key in columns if key in self.row)

    def attribution(self, doc: Doc) -> Attribution:
        """The attribution as spans of its article's document."""
        source, cue, content = (_spans(doc, self.gold[role]) for role in ROLES)
        return Attribution(source, cue[0], content, confidence=1.0)


def labelled(rows: Sequence[Row], labels: Path) -> Iterator[tuple[Row, list[Labelled]]]:
    """Each article that has some, with its labelled attributions in order.

    `labels` is a table with `doc, cue_start, cue_end` and a column a label, or two,
    ending in `_a` and `_b`.
    """
    with labels.open(encoding="utf-8") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    known = {
        (row["doc"], int(row["cue_start"]), int(row["cue_end"])): row for row in table
    }
    for row in rows:
        found = {
            (row["id"], gold["cue"][0][0], gold["cue"][-1][1]): gold
            for gold in row["attributions"]
            if gold["cue"]
        }
        own = [Labelled(found[k], known[k]) for k in sorted(found) if k in known]
        if own:
            yield row, own


def _spans(doc: Doc, offsets: Sequence[Sequence[int]]) -> tuple[Span, ...]:
    found = (doc.char_span(a, b, alignment_mode="expand") for a, b in offsets)
    return tuple(span for span in found if span is not None)
