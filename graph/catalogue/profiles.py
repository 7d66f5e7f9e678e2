"""An agent, or a topic, with what its claims add up to: by month, stance and so on."""

from dataclasses import dataclass

from graph.catalogue.agent_list import AgentCard, agent, entry
from graph.catalogue.topic_list import TopicCard, TopicEntry, topic, topics_of
from graph.search.facets import Count, Facets, Field, facets
from graph.search.filters import ClaimFilter
from graph.search.timeline import Split, Timeline, timeline
from graph.store import Store

MOST = 10
"""How many topics, or speakers, are named: those with most claims."""


@dataclass(frozen=True)
class AgentProfile(AgentCard):
    """An agent; `claims` are its own, all that is counted is said for it too."""

    kind: str | None
    months: Timeline
    """By polarity."""
    stances: tuple[Count, ...]
    topics: tuple[Count, ...]


@dataclass(frozen=True)
class TopicProfile(TopicCard):
    """A topic; all that is counted has the claims on narrower ones too."""

    below: tuple[TopicEntry, ...]
    """The narrower topics, with their own claims, the most first."""
    months: Timeline
    """By polarity."""
    stances: tuple[Count, ...]
    speakers: tuple[Count, ...]


def agent_profile(store: Store, written: str) -> AgentProfile:
    """The agent of this id or name. Raises NotFound, or BadInput of several."""
    card = agent(store, written)
    wanted = ClaimFilter.of(speaker=card.id)
    counts = _counts(store, wanted, Field.TOPIC)
    return AgentProfile(
        **vars(card),
        kind=kind_of(store, card.id),
        months=timeline(store, wanted, split=Split.POLARITY),
        stances=counts[Field.STANCE],
        topics=counts[Field.TOPIC][:MOST],
    )


def topic_profile(store: Store, written: str) -> TopicProfile:
    """The topic of this id or name. Raises NotFound, or BadInput of several."""
    card = topic(store, written)
    wanted = ClaimFilter.of(topic=card.topic.id)
    counts = _counts(store, wanted, Field.SPEAKER)
    return TopicProfile(
        **vars(card),
        below=topics_of(store, card.narrower),
        months=timeline(store, wanted, split=Split.POLARITY),
        stances=counts[Field.STANCE],
        speakers=counts[Field.SPEAKER][:MOST],
    )


def _counts(store: Store, wanted: ClaimFilter, most: Field) -> Facets:
    return facets(store, wanted, fields=[Field.STANCE, most])


def kind_of(store: Store, id: str) -> str | None:
    """What an agent is; None of one only seen as represented, or not at all."""
    known = entry(store, id)
    return known.kind if known else None
