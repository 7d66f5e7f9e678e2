"""A claim as it is told to an agent: short, with its source and its proof."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict

from api.showing.sentences import proof
from graph.store import Store
from ontology.claim import ArticleRef, Claim, QuoteType, Span
from ontology.stances import Polarity, Stance


class Proof(BaseModel):
    """A passage of the article, and where it stands: code points, end exclusive."""

    model_config = ConfigDict(frozen=True)

    text: str
    span: Span


class Citation(BaseModel):
    """A claim: who says what about what, when; and the words that prove it.

    `spans` are those of `words`, into the article's stored text, which
    `get_claim` quotes from; `date` is in EDTF.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    speaker: str
    speaks_for: tuple[str, ...]
    addressee: str | None
    stance: Stance
    polarity: Polarity
    topics: tuple[str, ...]
    words: str
    quote: QuoteType
    date: str | None
    confidence: float
    source: ArticleRef
    spans: tuple[Span, ...]
    proof: tuple[Proof, ...]


def citations(store: Store, claims: Iterable[Claim]) -> tuple[Citation, ...]:
    """The claims, each with the sentences that prove it. Reads each article once."""
    chosen = tuple(claims)
    articles = {claim.article.id for claim in chosen}
    texts = {id: store.article(id).text for id in articles}
    return tuple(_citation(claim, texts[claim.article.id]) for claim in chosen)


def _citation(claim: Claim, text: str) -> Citation:
    return Citation(
        id=claim.id,
        speaker=claim.speaker.name,
        speaks_for=tuple(ref.name for ref in claim.speaker.represents),
        addressee=claim.addressee.name if claim.addressee else None,
        stance=claim.stance,
        polarity=claim.polarity,
        topics=tuple(topic.label for topic in claim.topics),
        words=claim.content.text,
        quote=claim.quote,
        date=claim.date.edtf,
        confidence=claim.confidence,
        source=claim.article,
        spans=claim.content.spans,
        proof=tuple(
            Proof(text=text[start:end], span=(start, end))
            for start, end in proof(text, claim)
        ),
    )
