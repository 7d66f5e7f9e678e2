"""Claims as rows: CSV for spreadsheets, JSON Lines for programs."""

import csv
import io
from collections.abc import Callable, Iterable
from typing import IO

from graph.exports.selection import Selection
from ontology.claim import Agent, Claim, Span
from ontology.stances import Polarity

ATTITUDES = {Polarity.FOR: "for", Polarity.AGAINST: "against", Polarity.NEITHER: "0"}
"""Polarities in words: their signs would be taken for the start of a formula."""

_CELLS: dict[str, Callable[[Claim], str | None]] = {
    "id": lambda claim: claim.id,
    "speaker": lambda claim: claim.speaker.name,
    "speaker_id": lambda claim: claim.speaker.id,
    "speaker_kind": lambda claim: claim.speaker.kind,
    "speaker_as_written": lambda claim: claim.speaker.mention,
    "role": lambda claim: claim.speaker.role,
    "represents": lambda claim: _listed(who.name for who in claim.speaker.represents),
    "addressee": lambda claim: _name(claim.addressee),
    "target": lambda claim: _name(claim.target),
    "stance": lambda claim: claim.stance,
    "polarity": lambda claim: ATTITUDES[claim.polarity],
    "modality": lambda claim: _listed(claim.modality),
    "topics": lambda claim: _listed(topic.label for topic in claim.topics),
    "cue": lambda claim: claim.cue.text,
    "content": lambda claim: claim.content.text,
    "quote": lambda claim: claim.quote,
    "date_as_written": lambda claim: claim.date.text,
    "date": lambda claim: claim.date.edtf,
    "earliest": lambda claim: claim.date.earliest,
    "latest": lambda claim: claim.date.latest,
    "date_basis": lambda claim: claim.date.basis,
    "article": lambda claim: claim.article.id,
    "source": lambda claim: claim.article.source,
    "url": lambda claim: claim.article.url,
    "title": lambda claim: claim.article.title,
    "publisher": lambda claim: claim.article.publisher,
    "published": lambda claim: claim.article.published,
    "source_spans": lambda claim: _places(claim.source.spans),
    "cue_spans": lambda claim: _places(claim.cue.spans),
    "content_spans": lambda claim: _places(claim.content.spans),
    "confidence": lambda claim: str(claim.confidence),
    "extractor": lambda claim: f"{claim.extractor.name} {claim.extractor.version}",
}
"""What stands in each column; None where it is not known."""

COLUMNS = tuple(_CELLS)
"""The columns of a row, in order."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell (OWASP, CSV Injection)."""


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
    return tuple(cell(claim) or "" for cell in _CELLS.values())


def guarded(cell: str) -> str:
    """The cell as text that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded(" -2"), guarded("a=1")
    ("'=1+1", "' -2", 'a=1')
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell


def _name(agent: Agent | None) -> str | None:
    return agent.name if agent else None


def _listed(several: Iterable[str]) -> str:
    return "; ".join(several)


def _places(spans: Iterable[Span]) -> str:
    return _listed(f"{start}-{end}" for start, end in spans)
