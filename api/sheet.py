"""Claims as CSV that a spreadsheet opens without running anything."""

import csv
from collections.abc import Iterable
from typing import TextIO

from api.wording import POLARITIES
from ontology.claim import Claim

COLUMNS = (
    "id",
    "speaker",
    "speaker_kind",
    "role",
    "represents",
    "stance",
    "polarity",
    "topics",
    "content",
    "quote",
    "addressee",
    "date",
    "earliest",
    "latest",
    "date_basis",
    "sentence",
    "article",
    "source",
    "title",
    "publisher",
    "published",
    "confidence",
)
"""The columns, in order."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""First characters that make a spreadsheet run a cell (OWASP, CSV Injection)."""


def write(rows: Iterable[tuple[Claim, str]], out: TextIO) -> None:
    """Write claims, each with the sentence that proves it."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for claim, sentence in rows:
        writer.writerow([guarded(cell) for cell in _row(claim, sentence)])


def guarded(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("a=1")
    ("'=1+1", 'a=1')
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell


def _row(claim: Claim, sentence: str) -> tuple[str, ...]:
    speaker, date, article = claim.speaker, claim.date, claim.article
    return (
        claim.id,
        speaker.name,
        speaker.kind,
        speaker.role or "",
        "; ".join(principal.name for principal in speaker.represents),
        claim.stance,
        POLARITIES[claim.polarity],
        "; ".join(topic.label for topic in claim.topics),
        claim.content.text,
        claim.quote,
        claim.addressee.name if claim.addressee else "",
        date.edtf or "",
        date.earliest or "",
        date.latest or "",
        date.basis,
        sentence,
        article.id,
        article.source,
        article.title or "",
        article.publisher or "",
        article.published or "",
        f"{claim.confidence:.3f}",
    )
