"""Datelines: LIMA (Andes Press) -, or OSLO, Norway, May 3 —."""

import re

from spacy.tokens import Span

_DATELINE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .'’-]+(?:,[^-–—\n]{1,40})?"
    r"(?:\([^)]{1,40}\))?\s*[-–—]+\s*(?=\w)"
)


def is_dateline(span: Span) -> bool:
    """Whether it is no more than the place, and date, that open an article's text."""
    before = span.doc[span.start - 1].text if span.start else "\n"
    after = span.doc[span.end : span.end + 1].text
    place = span.text.isupper() or all(token.pos_ == "PROPN" for token in span)
    bare = place and after in ("-", "–", "—", "(", ",")
    dated = _DATELINE.match(f"{span.text} {after} A")
    whole = dated is not None and dated.end() > len(span.text)
    return "\n" in before and (bare or whole)


def after_dateline(span: Span) -> Span:
    """The span without the place, date and dash that open an article's text."""
    found = _DATELINE.match(span.text)
    before = span.doc[span.start - 1] if span.start else None
    if found is None or not (before is None or "\n" in before.text):
        return span
    start = span.start_char + found.end()
    first = next((token.i for token in span if token.idx >= start), span.start)
    return Span(span.doc, first, span.end, label=span.label_)
