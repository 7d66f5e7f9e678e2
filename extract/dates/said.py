"""When each attribution was said: the date that its own sentence gives its cue."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from extract.attributions import Attribution, attributions
from extract.dates.announcements import announced
from extract.dates.attachment import best
from extract.dates.candidates import Candidates
from extract.dates.context import TextDate, published_day, resolved_dates
from extract.dates.date_lines import datelines, yearless
from extract.dates.earlier import is_earlier
from extract.dates.expressions import Expression, expressions
from extract.dates.inheritance import inherited
from extract.dates.year_left_out import EASTWARD
from extract.dates.yearless import counted, own_date
from extract.encoding.encoded import doc_text, span_text
from ontology.claim import Article, ClaimDate, DateBasis, Span

_AHEAD = re.compile(
    r"(?i:\b(?:will|shall)\b|['’]ll\b"
    r"|\b(?:is|are)\s+(?:(?:due|expected|going|scheduled|set)\s+)?to\b(?!\s+have\b))"
)
"""Words of a cue that tell a statement still to come: "is to name"."""


def dates(doc: Doc, article: Article) -> list[ClaimDate]:
    """When it was said, one for each attribution of the document, in order.

    A date inside the words attributed does not date them. Where the sentence of
    the cue names none, the date of a statement that this one plainly goes on
    with; else the article's own (basis `article`), if it has one and the statement is
    not told as an earlier one.
    """
    found = attributions(doc)
    if not found:
        return []
    text = doc_text(doc)
    skipped = {*datelines(text), *_names(doc)}
    known = published_day(article.published)
    own_day = None if known else yearless(article.text)
    told_there = list(expressions(text))

    def candidates(*, forward: bool) -> Candidates:
        if own_day:
            told = counted(text, told_there, own_day, forward=forward)
        else:
            told = _counted(text, told_there, article, forward=forward)
        kept = (each for each in told if not _within(each.span, skipped))
        return Candidates(doc, text, found, tuple(kept))

    past = candidates(forward=False)
    to_come = [_is_ahead(each) for each in found]
    ahead = candidates(forward=True) if any(to_come) else past
    own = [
        announced(past, each) or best(ahead if later else past, each)
        for each, later in zip(found, to_come, strict=True)
    ]
    fallback = own_date(own_day) if own_day else _of_article(article)
    return [
        date or (ClaimDate() if is_earlier(each) else fallback)
        for each, date in zip(found, inherited(past, own), strict=True)
    ]


def _counted(
    text: str, found: Sequence[Expression], article: Article, *, forward: bool
) -> Iterator[TextDate]:
    """The dates of the text, counted from the article's own as far as it is known."""
    for each in resolved_dates(text, found, article.published, forward=forward):
        if forward or not _is_to_come(each.date, article):
            yield each


def _is_to_come(date: ClaimDate, article: Article) -> bool:
    """Whether a date begins after the article: nothing was said on it yet."""
    today = published_day(article.published)
    if today is None or date.earliest is None:
        return False
    ends = date.latest is not None and date.latest > date.earliest
    limit = today + (EASTWARD if ends else 2 * EASTWARD)
    return date.earliest >= limit.isoformat()


def _names(doc: Doc) -> Iterator[Span]:
    """Names of persons, bodies and works: the Sunday Business Post."""
    for entity in doc.ents:
        if entity.label_ not in ("DATE", "TIME"):
            yield entity.start_char, entity.end_char


def _within(span: Span, others: set[Span]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _is_ahead(attribution: Attribution) -> bool:
    return bool(_AHEAD.search(span_text(attribution.cue)))


def _of_article(article: Article) -> ClaimDate:
    when = published_day(article.published)
    if when is None:
        return ClaimDate()
    iso = when.isoformat()
    return ClaimDate(edtf=iso, earliest=iso, latest=iso, basis=DateBasis.ARTICLE)
