"""Where an actor stands on each topic, and where each actor stands on one."""

from dataclasses import dataclass

from graph.features.latest import Group, latest
from graph.features.lookup import agents_by_key, claims_by_key, topics_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from ontology.claim import AgentRef, Claim, Topic


@dataclass(frozen=True)
class Position:
    """The latest claim on a topic, and how many there are."""

    topic: Topic
    claim: Claim
    claims: int


@dataclass(frozen=True)
class Stand:
    """The latest claim of a speaker, and how many there are."""

    speaker: AgentRef
    claim: Claim
    claims: int


def positions(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 100
) -> tuple[Position, ...]:
    """The latest claim on each topic; the topics with most claims first.

    `wanted` names the speaker, whose delegates count as its voice.
    """
    model = read_model_of(source)
    with model.reading() as db:
        rows = latest(model, db, wanted, Group.TOPIC)[:limit]
        topics = topics_by_key(db, (topic for topic, _, _ in rows))
        claims = claims_by_key(model, (claim for _, claim, _ in rows))
    found = (Position(topics[topic], claims[claim], n) for topic, claim, n in rows)
    return tuple(sorted(found, key=lambda each: (-each.claims, each.topic.id)))


def stands(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 100
) -> tuple[Stand, ...]:
    """The latest claim of each speaker, the latest of all first.

    `wanted` names the topic; the speakers are those with most claims on it.
    """
    model = read_model_of(source)
    with model.reading() as db:
        rows = latest(model, db, wanted, Group.SPEAKER)[:limit]
        agents = agents_by_key(db, (agent for agent, _, _ in rows))
        claims = claims_by_key(model, (claim for _, claim, _ in rows))
    found = [Stand(agents[agent], claims[claim], n) for agent, claim, n in rows]
    found.sort(key=lambda each: each.speaker.id)
    return tuple(sorted(found, key=lambda each: _day(each.claim), reverse=True))


def _day(claim: Claim) -> str:
    return claim.date.latest or claim.date.earliest or ""
