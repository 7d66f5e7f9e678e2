"""Claim records assembled from what the rooms of the pipeline found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from extract.agents.speakers import Resolved
from extract.attributions import Attribution
from extract.ending import turned
from extract.modality import modality
from extract.quotes import characters, readable
from extract.splitting import SPLIT, items
from extract.stances import Stanced
from ontology.claim import (
    Agent,
    Article,
    Claim,
    ClaimDate,
    Extractor,
    Passage,
    QuoteType,
    Source,
    Span,
    Topic,
)
from ontology.ids import claim_id
from ontology.topics import TopicScheme


@dataclass(frozen=True)
class Reading:
    """All that is known of one attribution before it becomes a claim."""

    attribution: Attribution
    speaker: Resolved
    addressee: Agent | None
    target: Agent | None
    stanced: Stanced
    topics: tuple[Topic, ...]
    date: ClaimDate
    quote: QuoteType


def split(readings: Iterable[Reading]) -> Iterator[Reading]:
    """The readings, with a list of demands as one reading an item."""
    for reading in readings:
        if reading.stanced.stance not in SPLIT:
            yield reading
            continue
        own_words = reading.quote is QuoteType.DIRECT
        for item in items(reading.attribution, own_words=own_words):
            yield replace(reading, attribution=item)


def about(reading: Reading, topics: tuple[Topic, ...], scheme: TopicScheme) -> Reading:
    """The reading with its topics, and the speaker's attitude to the first of them."""
    names = scheme.names(topics[0].label)
    stanced = turned(reading.stanced, reading.attribution, names)
    return replace(reading, topics=topics, stanced=stanced)


class Place(NamedTuple):
    """Where a document stands: its article, its offset there, the furniture in it."""

    article: Article
    offset: int
    furniture: tuple[Span, ...]


def claim(place: Place, reading: Reading, extractor: Extractor) -> Claim:
    """The claim record of a reading of the document at this place."""
    article, attribution = place.article, reading.attribution
    source, cue, content = (
        place_spans(place, characters(parts))
        for parts in (attribution.source, (attribution.cue,), attribution.content)
    )
    speaker = reading.speaker.agent
    stance = reading.stanced.stance
    confidence = attribution.confidence * reading.speaker.confidence
    return Claim(
        id=claim_id(article.id, (*source, *cue, *content), speaker.id, stance),
        article=article.ref(),
        speaker=speaker,
        addressee=reading.addressee,
        target=reading.target,
        cue=Passage(text=article.text[cue[0][0] : cue[0][1]], spans=cue),
        stance=stance,
        polarity=reading.stanced.polarity,
        reason=reading.stanced.reason,
        modality=modality(attribution),
        topics=reading.topics,
        content=Passage(text=readable(article.text, content), spans=content),
        source=Source(spans=source),
        quote=reading.quote,
        date=reading.date,
        confidence=round(min(confidence, 1.0), 4),
        extractor=extractor,
    )


def place_spans(place: Place, parts: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of the document as spans of its article, page furniture cut out."""
    found = [(start + place.offset, end + place.offset) for start, end in parts]
    for left, right in place.furniture:
        found = [piece for span in found for piece in _around(span, left, right)]
    text = place.article.text
    trimmed = (_trimmed(text, start, end) for start, end in found)
    return tuple((start, end) for start, end in trimmed if start < end)


def _around(span: Span, left: int, right: int) -> Iterator[Span]:
    """What remains of a span without `[left, right)`."""
    start, end = span
    if right <= start or end <= left:
        yield span
        return
    if start < left:
        yield start, left
    if right < end:
        yield right, end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
