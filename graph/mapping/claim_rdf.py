"""One claim as RDF, in three layers: the claim, its quotation, its evidence."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.mapping import agent_rdf, date_rdf, evidence_rdf, topic_rdf
from graph.mapping.agent_rdf import PLACES, Profiles
from graph.mapping.article_rdf import extraction, extractor_from_rdf
from graph.mapping.iris import Iris, local, part
from graph.mapping.terms import (
    DERIVED,
    GENERATED,
    MODALITIES,
    POLARITIES,
    QUOTE_TYPES,
    STANCES,
    TEXT,
    TYPE,
    node,
)
from graph.mapping.triples import (
    Given,
    Resources,
    Triple,
    as_given,
    backwards,
    decimal,
    string,
    unnatural,
)
from ontology.claim import (
    ArticleRef,
    Claim,
    Evidence,
    Modality,
    Passage,
    Source,
    StanceReason,
)
from ontology.namespace import OR

CLAIM = node(OR.Claim)
STANCE = node(OR.stance)
POLARITY = node(OR.polarity)
MODALITY = node(OR.modality)
CUE = node(OR.cueText)
SIGNAL = node(OR.signal)
SIGNAL_DETAIL = node(OR.signalDetail)
SIGNAL_PROBABILITY = node(OR.signalProbability)
CONFIDENCE = node(OR.confidence)
QUOTATION = node(OR.quotation)
QUOTE_TYPE = node(OR.quoteType)

_STANCES = backwards(STANCES)
_POLARITIES = backwards(POLARITIES)
_MODALITIES = backwards(MODALITIES)
_QUOTE_TYPES = backwards(QUOTE_TYPES)


def natural_order(claims: Iterable[Claim]) -> list[Claim]:
    """Claims by where their content stands, then their cue, then by id."""
    return sorted(
        claims, key=lambda claim: (claim.content.spans, claim.cue.spans, claim.id)
    )


def to_rdf(
    claim: Claim, iris: Iris, profiles: Profiles, labels: dict[str, str]
) -> Iterator[Triple]:
    """The triples of a claim; `labels` are its article's names of the topics."""
    subject, article = iris.claim(claim.id), iris.article(claim.article.id)
    yield subject, TYPE, CLAIM
    yield subject, DERIVED, article
    yield subject, GENERATED, extraction(article, claim.extractor)
    for place in PLACES:
        agent = getattr(claim, place)
        if agent is not None:
            yield from agent_rdf.mention_to_rdf(subject, place, agent, iris, profiles)
    yield from _attitude(claim, subject, iris)
    yield from topic_rdf.to_rdf(subject, claim.topics, iris)
    evidence = claim.evidence()
    yield from as_given(subject, _given(claim, evidence, labels))
    yield from date_rdf.to_rdf(subject, claim.date)
    yield from _quotation(claim, subject)
    yield from evidence_rdf.to_rdf(article, claim, evidence, subject)


def _attitude(claim: Claim, subject: ox.NamedNode, iris: Iris) -> Iterator[Triple]:
    stance, speaker = STANCES[claim.stance], iris.agent(claim.speaker.id)
    yield subject, STANCE, stance
    for topic in claim.topics:
        yield speaker, stance, iris.topic(topic.id)
    yield subject, POLARITY, POLARITIES[claim.polarity]
    for modality in claim.modality:
        yield subject, MODALITY, MODALITIES[modality]
    yield from string(subject, SIGNAL, claim.reason.signal)
    yield from string(subject, SIGNAL_DETAIL, claim.reason.detail)
    if claim.reason.probability is not None:
        yield subject, SIGNAL_PROBABILITY, decimal(claim.reason.probability)
    yield subject, CONFIDENCE, decimal(claim.confidence)


def _quotation(claim: Claim, subject: ox.NamedNode) -> Iterator[Triple]:
    quotation = part(subject, "quotation")
    yield from string(subject, CUE, claim.cue.text)
    yield subject, QUOTATION, quotation
    yield quotation, QUOTE_TYPE, QUOTE_TYPES[claim.quote]
    yield from string(quotation, TEXT, claim.content.text)


def _given(claim: Claim, evidence: Evidence, labels: dict[str, str]) -> Given:
    modality = unnatural("modality", claim.modality, sorted(set(claim.modality)))
    spans = evidence_rdf.given(evidence)
    return topic_rdf.given(claim.topics, labels) | modality | spans


def from_rdf(resources: Resources, subject: str, article: ArticleRef) -> Claim:
    """The claim with this IRI, in this article; the pair of `to_rdf`."""
    speaker = agent_rdf.mention_from_rdf(resources, subject, "speaker")
    if speaker is None:
        raise LookupError(f"<{subject}> has no speaker")
    evidence = evidence_rdf.from_rdf(resources, subject)
    quotation = resources.one(subject, QUOTATION)
    return Claim(
        id=local(subject),
        article=article,
        speaker=speaker,
        addressee=agent_rdf.mention_from_rdf(resources, subject, "addressee"),
        target=agent_rdf.mention_from_rdf(resources, subject, "target"),
        cue=Passage(text=resources.one(subject, CUE), spans=evidence.cue),
        stance=_STANCES[resources.one(subject, STANCE)],
        polarity=_POLARITIES[resources.one(subject, POLARITY)],
        reason=_reason(resources, subject),
        modality=tuple(_modality(resources, subject)),
        topics=topic_rdf.from_rdf(resources, subject),
        content=Passage(text=resources.one(quotation, TEXT), spans=evidence.content),
        source=Source(spans=evidence.source),
        quote=_QUOTE_TYPES[resources.one(quotation, QUOTE_TYPE)],
        date=date_rdf.from_rdf(resources, subject),
        repeats=evidence_rdf.repeats_from_rdf(resources, subject),
        confidence=float(resources.one(subject, CONFIDENCE)),
        extractor=extractor_from_rdf(resources, resources.one(subject, GENERATED)),
    )


def _reason(resources: Resources, subject: str) -> StanceReason:
    probability = resources.maybe(subject, SIGNAL_PROBABILITY)
    return StanceReason(
        signal=resources.one(subject, SIGNAL),
        detail=resources.one(subject, SIGNAL_DETAIL),
        probability=None if probability is None else float(probability),
    )


def _modality(resources: Resources, subject: str) -> list[Modality]:
    found = sorted(_MODALITIES[iri] for iri in resources.all(subject, MODALITY))
    listed = resources.given(subject).get("modality")
    return [Modality(str(name)) for name in listed] if listed else found
