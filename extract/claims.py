"""Claim records assembled from what the rooms of the pipeline found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from extract.agents.speakers import Resolved
from extract.attributions import Attribution
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
    Topic,
)
from ontology.ids import claim_id


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
        for item in items(reading.attribution):
            yield replace(reading, attribution=item)


def claim(
    article: Article, reading: Reading, offset: int, extractor: Extractor
) -> Claim:
    """The claim record of a reading; `offset` is where the document begins."""
    attribution = reading.attribution

    def spans(parts: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((start + offset, end + offset) for start, end in parts)

    source = spans(characters(attribution.source))
    cue = spans(characters((attribution.cue,)))
    content = spans(characters(attribution.content))
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
