"""When each attribution was said: the date that its own sentence gives its cue."""

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.attributions import Attribution, attributions
from extract.dates.announcements import announced
from extract.dates.article_date import datelines
from extract.dates.attachment import Candidates, best
from extract.dates.calendar_periods import EASTWARD
from extract.dates.context import TextDate, published_day, text_dates
from extract.dates.inheritance import inherited
from ontology.claim import Article, ClaimDate, DateBasis, Span

FUTURE = frozenset({"will", "'ll", "’ll", "shall"})
"""Auxiliaries inside a cue that tell a statement still to come."""


def dates(doc: Doc, article: Article) -> list[ClaimDate]:
    """When it was said, one for each attribution of the document, in order.

    A date inside the words attributed does not date them. Where the sentence of
    the cue names none, the date of a statement that this one plainly goes on
    with; else the article's own (basis `article`), if it has one.
    """
    found = attributions(doc)
    if not found:
        return []
    text = doc.text
    skipped = {*datelines(text), *_names(doc)}
    past = Candidates(doc, text, found, _told(text, article, skipped, forward=False))
    ahead = past
    if any(map(_is_ahead, found)):
        told = _told(text, article, skipped, forward=True)
        ahead = Candidates(doc, text, found, told)
    own = [
        announced(past, each) or best(ahead if _is_ahead(each) else past, each)
        for each in found
    ]
    fallback = _of_article(article)
    return [date or fallback for date in inherited(past, own)]


def _told(
    text: str, article: Article, skipped: set[Span], *, forward: bool
) -> tuple[TextDate, ...]:
    """The dates of the text, without those of datelines and within names."""
    told = text_dates(text, article.published, forward=forward)
    return tuple(
        each
        for each in told
        if not _within(each.span, skipped)
        and (forward or not _is_to_come(each.date, article))
    )


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
    return any(token.text.lower() in FUTURE for token in attribution.cue)


def _of_article(article: Article) -> ClaimDate:
    when = published_day(article.published)
    if when is None:
        return ClaimDate()
    iso = when.isoformat()
    return ClaimDate(edtf=iso, earliest=iso, latest=iso, basis=DateBasis.ARTICLE)
