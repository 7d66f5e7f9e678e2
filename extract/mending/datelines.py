"""Datelines: LIMA (Andes Press) -, or OSLO, Norway, May 3 —."""

import re

from spacy.tokens import Span

_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]+(?:,[^-–—\n]{1,40})?"
    r"(?:\([^)]{1,40}\))?\s*[-–—]+\s*(?=\w)"
)


def is_dateline(span: Span) -> bool:
    """Whether it is no more than the place, and date, that open an article's text."""
    if not _opens_line(span):
        return False
    after = span.doc[span.end : span.end + 1].text
    place = span.text.isupper() or all(token.pos_ == "PROPN" for token in span)
    bare = place and after in ("-", "–", "—", "(", ",")
    dated = _DATELINE.match(f"{span.text} {after} A")
    whole = dated is not None and dated.end() > len(span.text)
    return bare or whole


def after_dateline(span: Span) -> Span:
    """The span without the place, date and dash that open an article's text."""
    found = _DATELINE.match(span.text) if _opens_line(span) else None
    if found is None:
        return span
    start = span.start_char + found.end()
    first = next((token.i for token in span if token.idx >= start), span.start)
    return Span(span.doc, first, span.end, label=span.label_)


def _opens_line(span: Span) -> bool:
    return span.start == 0 or "\n" in span.doc[span.start - 1].text
