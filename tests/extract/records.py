"""Claim records over a short text, for tests of what works on records."""

from ontology.claim import (
    Agent,
    AgentKind,
    Article,
    Claim,
    Extractor,
    Passage,
    QuoteType,
    Source,
    Span,
    StanceReason,
    Topic,
)
from ontology.ids import article_id, claim_id, slug
from ontology.stances import Polarity, Stance


def article(text: str) -> Article:
    """An article of this text."""
    return Article(id=article_id(text), source="test.txt", text=text)


def claim(
    text: str, source: str, cue: str, content: str, *, stance: str = "demands"
) -> Claim:
    """A claim by the words of its parts, each where it first stands in the text."""
    parts = [_span(text, words) for words in (source, cue, content)]
    speaker = Agent(id=slug(source), name=source, kind=AgentKind.GROUP, mention=source)
    return Claim(
        id=claim_id(article_id(text), parts, speaker.id, stance),
        article=article(text).ref(),
        speaker=speaker,
        cue=Passage(text=cue, spans=(parts[1],)),
        stance=Stance(stance),
        polarity=Polarity.FOR,
        reason=StanceReason(signal="test", detail=cue),
        topics=(Topic(id="pay", label="pay"),),
        content=Passage(text=content, spans=(parts[2],)),
        source=Source(spans=(parts[0],)),
        quote=QuoteType.INDIRECT,
        confidence=1.0,
        extractor=Extractor(name="test", version="1"),
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)
