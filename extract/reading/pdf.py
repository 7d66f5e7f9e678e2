"""The text layer of a PDF as an article. Runs in the sandbox, as `pages` does."""

import io
import re
from typing import Any

from extract.reading.decoding import Refused
from extract.reading.extras import web
from extract.reading.limits import PDF_BYTES, PDF_PAGES
from extract.reading.page_data import META
from extract.reading.pages import Page

LETTERS_A_PAGE = 20
"""Fewer on average mean that the pages are pictures."""

_PARAGRAPH_END = re.compile(r"[.!?:;…”\"’')\]]\s*$")


def document(data: bytes, charset: str | None = None, url: str | None = None) -> Page:
    """The article in a PDF. Raises Refused."""
    if len(data) > PDF_BYTES:
        raise Refused(f"larger than {PDF_BYTES // 1_000_000} MB, the limit of a PDF")
    pypdf = web("pypdf", "PDF")
    try:
        return _document(pypdf.PdfReader(io.BytesIO(data), strict=False))
    except web("pypdf.errors", "PDF").PyPdfError as error:
        raise Refused(f"looks like a PDF, a broken one: {error!s:.60}") from None


def _document(reader: Any) -> Page:  # noqa: ANN401 - pypdf is in an extra
    if reader.is_encrypted and not reader.decrypt(""):
        raise Refused("a PDF under a password")
    if len(reader.pages) > PDF_PAGES:
        raise Refused(f"more than {PDF_PAGES:,} pages, the limit of a PDF")
    written = [page.extract_text() for page in reader.pages]
    text = "\n\n".join(filter(None, map(joined, written)))
    if sum(map(str.isalpha, text)) < LETTERS_A_PAGE * max(len(written), 1):
        raise Refused("a PDF without a text layer, perhaps a scan: run it through OCR")
    about = reader.metadata
    created = about.creation_date if about else None
    return Page(
        text,
        title=(about.title if about else None) or None,
        author=(about.author if about else None) or None,
        published=created.date().isoformat() if created else None,
        published_from=META if created else None,
    )


def joined(text: str) -> str:
    """The paragraphs of a page whose lines were broken by the typesetter.

    A line goes on in the next unless it ends a sentence and is short.

    >>> joined("The talks re-\\nsumed on Mon-\\nday. They\\nend soon.\\nOne more.")
    'The talks resumed on Monday. They end soon.\\n\\nOne more.'
    """
    lines = [line.strip() for line in text.replace("\0", "").split("\n")]
    width = max(map(len, lines), default=0)
    paragraphs, current = list[str](), ""
    for line in lines:
        current = _continued(current, line)
        if current and (not line or _ends(line, width)):
            paragraphs.append(current)
            current = ""
    return "\n\n".join([*paragraphs, *([current] if current else [])])


def _continued(start: str, line: str) -> str:
    if start.endswith("-") and line[:1].islower():
        return start[:-1] + line
    return f"{start} {line}".strip()


def _ends(line: str, width: int) -> bool:
    return bool(_PARAGRAPH_END.search(line)) and len(line) < width * 0.9
