"""Claims as CSV, with the sentence that proves each in the last column."""

import csv
from collections.abc import Iterable
from typing import TextIO

from graph.exports.tables import COLUMNS, flat, guarded
from ontology.claim import Claim


def write(rows: Iterable[tuple[Claim, str]], out: TextIO) -> None:
    """Write claims, each given with its sentence; no spreadsheet runs a cell."""
    writer = csv.writer(out)
    writer.writerow((*COLUMNS, "sentence"))
    for claim, sentence in rows:
        writer.writerow(map(guarded, (*flat(claim), sentence)))
