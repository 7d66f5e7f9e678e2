"""Attributions with each item of an announced list as one of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span

from extract.attributions import Attribution
from extract.dates.sentences import sentence_tokens
from extract.lines import filled_lines
from extract.lists import announcing
from extract.lists.announcing import Announcement
from extract.lists.items import in_prose, lines

SURE = 0.6
"""Confidence in an attribution that only the words before a list tell of."""

LONGEST = 150
"""Tokens of a list in prose."""

_QUOTES = frozenset("\"“‘'«")


@dataclass(frozen=True)
class Listing:
    """An announcement and the items that follow it, at least two."""

    announcement: Announcement
    items: tuple[Span, ...]
    condition: int | None = None
    """The token that makes the items conditions of what is said before it."""

    def item_at(self, index: int) -> Span | None:
        """The item in which a token stands."""
        inside = (item for item in self.items if item.start <= index < item.end)
        return next(inside, None)


def listed(doc: Doc, found: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions, in the order of their cues, with the lists of the document.

    One that the announcement makes already gives its source and cue to each item;
    one inside an item keeps only what stands in the same item.
    """
    for listing in _listings(doc):
        own = [each for each in found if _announces(each, listing)]
        rest = [each for each in found if each not in own]
        kept = [part for each in rest for part in _apart(each, listing)]
        base = own[0] if own else None
        if base and listing.condition is not None:
            kept += _up_to(base, listing.condition)
        found = sorted([*kept, *_items(listing, base)], key=lambda each: each.cue.start)
    return tuple(found)


def _listings(doc: Doc) -> Iterator[Listing]:
    taken: set[int] = set()
    for token in doc:
        if token.text == ":" and token.i + 1 < len(doc):
            found = _after_colon(doc, token.i)
            if found:
                taken |= set(range(found.announcement.cue.start, found.items[-1].end))
                yield found
    for noun in announcing.nouns(doc):
        announcement = None if noun.i in taken else announcing.including(noun)
        if announcement:
            items = _prose(doc, announcement.cue.end)
            if len(items) > 1:
                yield Listing(announcement, items)


def _after_colon(doc: Doc, colon: int) -> Listing | None:
    first, _ = sentence_tokens(doc, doc[colon : colon + 1])
    region = doc[first : colon + 1]
    items = tuple(lines(filled_lines(doc, colon + 1)))
    announcement = announcing.before_colon(region)
    if announcement is None and items:
        announcement = announcing.before_lines(region)
    if announcement is None:
        return None
    items = items or _prose(doc, colon + 1)
    condition = colon - 1 if announcing.is_condition(region) else None
    return Listing(announcement, items, condition) if len(items) > 1 else None


def _up_to(attribution: Attribution, end: int) -> Iterator[Attribution]:
    """The attribution with what of its content stands before a token, if any does."""
    said = [
        Span(span.doc, span.start, min(span.end, end), label=span.label_)
        for span in attribution.content
        if span.start < end
    ]
    if said:
        yield replace(attribution, content=tuple(said))


def _prose(doc: Doc, start: int) -> tuple[Span, ...]:
    """The items of the sentence that begins here, if nobody is quoted in it."""
    while start < len(doc) and doc[start].is_space:
        start += 1
    if start == len(doc) or doc[start].text in _QUOTES:
        return ()
    _, end = sentence_tokens(doc, doc[start : start + 1])
    end = min(end, start + LONGEST)
    return tuple(in_prose(doc[start:end]))


def _announces(attribution: Attribution, listing: Listing) -> bool:
    """Whether the attribution is that of the list: by its cue, or because what it
    attributes is the announcement ("listed | his conditions")."""
    own = listing.announcement.cue
    return any(
        span.start < own.end and own.start < span.end
        for span in (attribution.cue, *attribution.content)
    )


def _apart(attribution: Attribution, listing: Listing) -> Iterator[Attribution]:
    """The attribution without items of a list that is not its own."""
    item = listing.item_at(attribution.cue.start)
    content = tuple(
        piece
        for span in attribution.content
        for piece in _outside(span, listing, item)
        if len(piece)
    )
    if content:
        yield replace(attribution, content=content)


def _outside(span: Span, listing: Listing, item: Span | None) -> Iterator[Span]:
    """What of the span stands before and in the cue's own item, or in no item."""
    first, last = listing.items[0].start, listing.items[-1].end
    if span.end <= first or last <= span.start:
        yield span
        return
    if item is None:
        yield span.doc[span.start : max(first, span.start)]
        return
    start, end = max(span.start, item.start), min(span.end, item.end)
    yield Span(span.doc, start, max(start, end), label=span.label_)


def _items(listing: Listing, base: Attribution | None) -> Iterator[Attribution]:
    announcement = listing.announcement
    for item in listing.items:
        content = Span(item.doc, item.start, item.end, label="content")
        yield Attribution(
            source=base.source if base and base.source else announcement.source,
            cue=base.cue if base else announcement.cue,
            content=(content,),
            confidence=base.confidence if base else SURE,
            stance=announcement.stance,
        )
