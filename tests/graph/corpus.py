"""Claims by hand: short words in, whole records out."""

from typing import Any
from zlib import crc32

from graph.read_model.model import ReadModel
from ontology.claim import (
    Agent,
    AgentKind,
    AgentRef,
    Article,
    Claim,
    ClaimDate,
    DateBasis,
    Extractor,
    Modality,
    Passage,
    QuoteType,
    Source,
    StanceReason,
    Topic,
)
from ontology.ids import article_id, claim_id, slug
from ontology.stances import Polarity, Stance
from ontology.topics import Concept, TopicScheme

EMPTY_SCHEME = TopicScheme()

SIGN_OF = {
    "demands": "+",
    "seeks": "+",
    "promises": "+",
    "accepts": "+",
    "supports": "+",
    "proposes": "+",
    "opposes": "-",
    "accuses": "-",
    "threatens": "-",
    "denies": "-",
}


def agent(name: str, *represents: str, **changes: object) -> Agent:
    given: dict[str, Any] = {
        "id": slug(name),
        "name": name,
        "kind": AgentKind.PERSON if " " in name else AgentKind.COUNTRY,
        "mention": name.split()[-1],
        "represents": tuple(AgentRef(id=slug(who), name=who) for who in represents),
    }
    return Agent.model_validate(given | changes)


def article(text: str, **changes: object) -> Article:
    given = {"id": article_id(text), "source": "test.txt", "text": text}
    return Article.model_validate(given | changes)


def claim(
    within: Article,
    speaker: Agent | str,
    stance: str,
    topic: str | tuple[str, ...],
    content: str,
    day: str | None = None,
    **changes: object,
) -> Claim:
    """A claim of the article, whose text need not hold the content."""
    voice = agent(speaker) if isinstance(speaker, str) else speaker
    start = within.text.find(content)
    if start < 0:  # anywhere, as long as each content has its own place
        start = crc32(content.encode()) % 100_000
    after = start + len(content)
    topics = (topic,) if isinstance(topic, str) else topic
    given: dict[str, Any] = {
        "id": claim_id(within.id, [(start, start + len(content))], voice.id, stance),
        "article": within.ref(),
        "speaker": voice,
        "cue": Passage(
            text=within.text[after : after + 1] or ",", spans=((after, after + 1),)
        ),
        "stance": Stance(stance),
        "polarity": Polarity(SIGN_OF.get(stance, "0")),
        "reason": StanceReason(signal="model", detail="say"),
        "topics": tuple(Topic(id=slug(each), label=each) for each in topics),
        "content": Passage(text=content, spans=((start, start + len(content)),)),
        "source": Source(),
        "quote": QuoteType.INDIRECT,
        "date": dated(day),
        "confidence": 0.9,
        "extractor": Extractor(name="onrecord", version="1"),
    }
    modality = changes.get("modality")
    if isinstance(modality, str):
        changes["modality"] = (Modality(modality),)
    for field in ("addressee", "target"):
        name = changes.get(field)
        if isinstance(name, str):
            changes[field] = agent(name)
    return Claim.model_validate(given | changes)


TALKS = "“We will not stop,” the minister told Izvestia. He wants talks."


def talks(text: str = TALKS, version: str = "1") -> tuple[Article, tuple[Claim, ...]]:
    """An article with two claims of one minister, by this version of the extractor."""
    within, extractor = article(text), Extractor(name="onrecord", version=version)
    minister = agent("Sergey Lavrov", "Russia")
    return within, (
        claim(within, minister, "opposes", "ceasefire", "We will", extractor=extractor),
        claim(within, minister, "seeks", "peace talks", "talks", extractor=extractor),
    )


def dated(day: str | None) -> ClaimDate:
    """`YYYY-MM-DD`, `first/last`, `XXXX-MM-DD` (no year) or None."""
    if day is None:
        return ClaimDate()
    if day.startswith("X"):
        return ClaimDate(text=day, edtf=day, basis=DateBasis.STATED)
    first, _, last = day.partition("/")
    return ClaimDate(
        text=day,
        edtf=day,
        earliest=first or None,
        latest=(last or None) if "/" in day else first,
        basis=DateBasis.STATED,
    )


def filled(*claims: Claim, scheme: TopicScheme = EMPTY_SCHEME) -> ReadModel:
    """A read model in memory with these claims, an article at a time."""
    model = ReadModel.open(None, scheme)
    by_article: dict[str, list[Claim]] = {}
    for each in claims:
        by_article.setdefault(each.article.id, []).append(each)
    for revision, several in enumerate(by_article.values(), start=1):
        reference = several[0].article.model_dump()
        model.put(Article(**reference, text="..."), several, revision)
    return model


def concept(label: str, *alt_labels: str, broader: tuple[str, ...] = ()) -> Concept:
    iri = f"https://onrecord.example/topic/{slug(label)}"
    return Concept(
        id=slug(label), iri=iri, label=label, alt_labels=alt_labels, broader=broader
    )
