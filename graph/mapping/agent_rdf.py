"""Agents as RDF: who they are, and their profiles, how one article shows them.

An agent's own triples (type, name, for whom it acts) are there to be queried. The
profile keeps what one article says together: name, kind, role, principals.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from graph.mapping.iris import Iris, escape, local
from graph.mapping.terms import AGENT, BEHALF, KINDS, NAME, SPECIALIZES, TYPE, node
from graph.mapping.triples import (
    Resources,
    Triple,
    as_given,
    backwards,
    string,
    unnatural,
)
from ontology.claim import Agent, AgentKind, AgentRef, Claim
from ontology.namespace import OR

KIND = node(OR.kind)
ROLE = node(OR.role)
ACTS_FOR = node(OR.actsFor)

PLACES = {
    "speaker": (node(OR.speaker), node(OR.speakerText), node(OR.speakerProfile)),
    "addressee": (
        node(OR.addressee),
        node(OR.addresseeText),
        node(OR.addresseeProfile),
    ),
    "target": (node(OR.target), node(OR.targetText), node(OR.targetProfile)),
}
"""The places that an agent takes in a claim, as properties: agent, words, profile."""

_KINDS = backwards(KINDS)


class Profile(NamedTuple):
    """What one article says of an agent; a principal has no kind, role, principals."""

    id: str
    name: str
    kind: AgentKind | None = None
    role: str | None = None
    represents: tuple[AgentRef, ...] = ()


class Profiles:
    """The profiles of one article and their IRIs: `#agent=ID`, then `#agent=ID=2`."""

    def __init__(self, article: ox.NamedNode, claims: Iterable[Claim]) -> None:
        self.nodes: dict[Profile, ox.NamedNode] = {}
        self._named: dict[tuple[str, str], ox.NamedNode] = {}
        self._article, self._count = article.value, Counter[str]()
        agents = [agent for claim in claims for agent in agents_of(claim)]
        for agent in agents:
            self._add(profile(agent))
        for principal in (ref for agent in agents for ref in agent.represents):
            if (principal.id, principal.name) not in self._named:
                self._add(Profile(principal.id, principal.name))

    def of(self, agent: Agent) -> ox.NamedNode:
        """The profile of an agent in a claim."""
        return self.nodes[profile(agent)]

    def principal(self, agent: AgentRef) -> ox.NamedNode:
        """A profile under this id and name."""
        return self._named[agent.id, agent.name]

    def _add(self, shown: Profile) -> None:
        if shown in self.nodes:
            return
        self._count[shown.id] += 1
        number = self._count[shown.id]
        suffix = f"={number}" if number > 1 else ""
        made = ox.NamedNode(f"{self._article}#agent={escape(shown.id)}{suffix}")
        self.nodes[shown] = made
        self._named.setdefault((shown.id, shown.name), made)


def agents_of(claim: Claim) -> list[Agent]:
    """The agents of a claim: speaker, addressee, target."""
    named = (claim.speaker, claim.addressee, claim.target)
    return [agent for agent in named if agent is not None]


def profile(agent: Agent) -> Profile:
    """An agent without the words of the mention."""
    return Profile(agent.id, agent.name, agent.kind, agent.role, agent.represents)


def to_rdf(profiles: Profiles, iris: Iris) -> Iterator[Triple]:
    """The triples of the profiles and of their agents."""
    known = {shown.id for shown in profiles.nodes if shown.kind}
    for shown, subject in profiles.nodes.items():
        agent = iris.agent(shown.id)
        yield subject, SPECIALIZES, agent
        yield from string(subject, NAME, shown.name)
        yield from string(subject, ROLE, shown.role)
        yield from string(agent, NAME, shown.name)
        if shown.kind:
            yield subject, KIND, KINDS[shown.kind]
            yield agent, TYPE, KINDS[shown.kind]
        elif shown.id not in known:
            yield agent, TYPE, AGENT
        yield from _principals(shown, subject, profiles, iris)


def _principals(
    shown: Profile, subject: ox.NamedNode, profiles: Profiles, iris: Iris
) -> Iterator[Triple]:
    principals = [profiles.principal(ref) for ref in shown.represents]
    for ref, principal in zip(shown.represents, principals, strict=True):
        yield subject, ACTS_FOR, principal
        yield iris.agent(shown.id), BEHALF, iris.agent(ref.id)
    names = [principal.value for principal in principals]
    yield from as_given(subject, unnatural("represents", names, sorted(set(names))))


def mention_to_rdf(
    claim: ox.NamedNode, place: str, agent: Agent, iris: Iris, profiles: Profiles
) -> Iterator[Triple]:
    """The triples of an agent in its place in a claim."""
    who, words, shown = PLACES[place]
    yield claim, who, iris.agent(agent.id)
    yield from string(claim, words, agent.mention)
    yield claim, shown, profiles.of(agent)


def mention_from_rdf(resources: Resources, claim: str, place: str) -> Agent | None:
    """The agent in this place of a claim; the pair of `mention_to_rdf`."""
    who, words, shown = PLACES[place]
    agent = resources.maybe(claim, who)
    if agent is None:
        return None
    subject = resources.one(claim, shown)
    return Agent(
        id=local(agent),
        name=resources.one(subject, NAME),
        kind=_KINDS[resources.one(subject, KIND)],
        mention=resources.one(claim, words),
        role=resources.maybe(subject, ROLE),
        represents=tuple(_represented(resources, subject)),
    )


def _represented(resources: Resources, subject: str) -> Iterator[AgentRef]:
    natural = sorted(resources.all(subject, ACTS_FOR))
    for principal in resources.given(subject).get("represents", natural):
        iri = str(principal)
        yield AgentRef(
            id=local(resources.one(iri, SPECIALIZES)), name=resources.one(iri, NAME)
        )
