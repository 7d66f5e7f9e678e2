"""Claims as rows: CSV for spreadsheets, JSON Lines for programs."""

import csv
import io
from collections.abc import Iterable
from typing import IO

from graph.exports.selection import Selection
from ontology.claim import AgentRef, Claim, Span
from ontology.stances import Polarity

COLUMNS = (
    "id",
    "speaker",
    "speaker_id",
    "speaker_kind",
    "speaker_as_written",
    "role",
    "represents",
    "addressee",
    "target",
    "stance",
    "polarity",
    "modality",
    "topics",
    "cue",
    "content",
    "quote",
    "date_as_written",
    "date",
    "earliest",
    "latest",
    "date_basis",
    "article",
    "source",
    "url",
    "title",
    "publisher",
    "published",
    "source_spans",
    "cue_spans",
    "content_spans",
    "confidence",
    "extractor",
)
"""The columns of a row, in order."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell (OWASP, CSV Injection)."""

ATTITUDES = {Polarity.FOR: "for", Polarity.AGAINST: "against", Polarity.NEITHER: "0"}
"""Polarities in words: their signs would be taken for the start of a formula."""


def write_csv(selection: Selection, out: IO[bytes]) -> None:
    """Write claims as CSV (RFC 4180, UTF-8) that no spreadsheet runs."""
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    write_rows(COLUMNS, map(flat, selection.claims()), text)
    text.detach()


def write_rows(
    columns: Iterable[str], rows: Iterable[Iterable[str]], out: IO[str]
) -> None:
    """Write rows under their columns' names; no spreadsheet runs a cell."""
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow(map(guarded, row))


def write_jsonl(selection: Selection, out: IO[bytes]) -> None:
    """Write claims as JSON Lines: on each line the whole record."""
    for claim in selection.claims():
        out.write(claim.model_dump_json().encode() + b"\n")


def flat(claim: Claim) -> tuple[str, ...]:
    """A claim as one row of texts, in the order of the columns; unknown is empty."""
    speaker, article, date = claim.speaker, claim.article, claim.date
    return (
        claim.id,
        speaker.name,
        speaker.id,
        speaker.kind,
        speaker.mention,
        speaker.role or "",
        _names(speaker.represents),
        claim.addressee.name if claim.addressee else "",
        claim.target.name if claim.target else "",
        claim.stance,
        ATTITUDES[claim.polarity],
        "; ".join(claim.modality),
        "; ".join(topic.label for topic in claim.topics),
        claim.cue.text,
        claim.content.text,
        claim.quote,
        date.text or "",
        date.edtf or "",
        date.earliest or "",
        date.latest or "",
        date.basis,
        article.id,
        article.source,
        article.url or "",
        article.title or "",
        article.publisher or "",
        article.published or "",
        _places(claim.source.spans),
        _places(claim.cue.spans),
        _places(claim.content.spans),
        str(claim.confidence),
        f"{claim.extractor.name} {claim.extractor.version}",
    )


def guarded(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded(" -2"), guarded("a=1")
    ("'=1+1", "' -2", 'a=1')
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def _names(agents: Iterable[AgentRef]) -> str:
    return "; ".join(agent.name for agent in agents)


def _places(spans: Iterable[Span]) -> str:
    return "; ".join(f"{start}-{end}" for start, end in spans)
