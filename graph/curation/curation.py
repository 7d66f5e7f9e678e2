"""Names as answers show them: what the step and persons have found, applied to claims.

It lies in four graphs of the store, none of them an article's: for agents and for
topics, what the step found and what persons decided.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from graph.curation import identification, scheme_changes
from graph.curation.identification import Identification
from graph.curation.identities import Identities
from graph.curation.scheme_changes import SchemeChanges
from graph.mapping.iris import Iris
from graph.storage.graphs import Graphs
from ontology.claim import Agent, AgentRef, Claim, Topic
from ontology.ids import slug
from ontology.topics import TopicScheme

AGENTS, TOPICS = "agents", "topics"
"""The graphs of what persons decided."""

FOUND = {AGENTS: "identified-agents", TOPICS: "identified-topics"}
"""The graphs of what the step found."""

GRAPHS = (AGENTS, TOPICS, *FOUND.values())
"""All of them, by their names."""

Also = tuple[str, str, str]
"""`agent` or `topic`, a slug, and the id that is to be found under it."""


@dataclass(frozen=True)
class Curation:
    """What names stand for; `scheme` is the topic scheme as the user has it.

    `given` is that scheme as it came: the one that ships, or a user's file.
    """

    given: TopicScheme
    agents: Identities
    topics: Identities
    changes: SchemeChanges
    scheme: TopicScheme

    @classmethod
    def read(cls, graphs: Graphs, iris: Iris, scheme: TopicScheme) -> "Curation":
        """What the store has, over the scheme that ships or that a user brings."""

        def quads(name: str) -> list[ox.Quad]:
            return list(graphs.quads_for_pattern(None, None, None, iris.graph(name)))

        agents, topics = (
            Identities.of(
                identification.from_rdf(quads(FOUND[name]))
                + identification.from_rdf(quads(name))
            )
            for name in (AGENTS, TOPICS)
        )
        changes = scheme_changes.from_rdf(quads(TOPICS))
        own = scheme_changes.changed(scheme, changes, topics, iris)
        return cls(scheme, agents, topics, changes, own)

    def identities(self, name: str) -> Identities:
        """Those of AGENTS, or of TOPICS."""
        return self.agents if name == AGENTS else self.topics

    def applied(self, article: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
        """The claims of an article, their agents and topics under the names to show."""
        if not self.agents.all and not self.topics.all and not self.changes.labels:
            return tuple(claims)
        return tuple(self._applied(article, claim) for claim in claims)

    def _applied(self, article: str, claim: Claim) -> Claim:
        topics = tuple(self._topic(topic) for topic in claim.topics)
        changed = {
            "speaker": self._agent(article, claim.speaker),
            "addressee": claim.addressee and self._agent(article, claim.addressee),
            "target": claim.target and self._agent(article, claim.target),
            "topics": tuple({topic.id: topic for topic in topics}.values()),
        }
        return claim.model_copy(update=changed)

    def _agent(self, article: str, agent: Agent) -> Agent:
        meant = self._reference(article, agent)
        principals = (self._reference(article, ref) for ref in agent.represents)
        represents = tuple({ref.id: ref for ref in principals}.values())
        changed = {"id": meant.id, "name": meant.name, "represents": represents}
        return agent.model_copy(update=changed)

    def _reference(self, article: str, ref: AgentRef) -> AgentRef:
        meant = self.agents.of_name(ref.id, article)
        return AgentRef(id=meant.id, name=meant.name or ref.name) if meant else ref

    def _topic(self, topic: Topic) -> Topic:
        meant = self.topics.of_name(topic.id)
        id, label = (meant.id, meant.name) if meant else (topic.id, topic.label)
        return Topic(id=id, label=self.changes.labels.get(id, label))

    def also(self) -> tuple[Also, ...]:
        """The names that have gone, each with what is to be found under it."""
        pairs = [("agent", pair) for pair in self.agents.names()]
        pairs += [("topic", pair) for pair in self.topics.names()]
        return tuple(
            sorted(
                {
                    (kind, written, meant.id)
                    for kind, (one, meant) in pairs
                    for written in (one.id, slug(one.name))
                }
            )
        )


def quads(
    name: str, kept: Sequence[Identification], changes: SchemeChanges, iris: Iris
) -> Iterator[ox.Quad]:
    """The quads of one of the graphs; `changes` only of the users' own topics."""
    graph = iris.graph(name)
    naming = iris.agent if name in (AGENTS, FOUND[AGENTS]) else iris.topic
    for triple in dict.fromkeys(identification.to_rdf(kept, iris, naming)):
        yield ox.Quad(*triple, graph)
    if name == TOPICS:
        for triple in scheme_changes.to_rdf(changes, iris):
            yield ox.Quad(*triple, graph)
