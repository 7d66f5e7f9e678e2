"""A user's changes to the topic scheme: labels and broader topics, kept as SKOS.

Who made them stands beside, as `or:SchemeChange`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

import pyoxigraph as ox
from rdflib.namespace import SKOS

from graph.curation import decision
from graph.curation.decision import Decision
from graph.curation.identities import Identities
from graph.mapping.iris import Iris, local
from graph.mapping.terms import CONCEPT, PREFERRED_LABEL, TYPE, node
from graph.mapping.triples import Resources, Triple, backwards, string
from ontology.namespace import OR
from ontology.topics import Concept, TopicScheme

BROADER = node(SKOS.broader)
TOP = node(SKOS.topConceptOf)
SCHEME_CHANGE = node(OR.SchemeChange)
CHANGED = node(OR.changed)
CHANGED_PROPERTY = node(OR.changedProperty)


class Property(StrEnum):
    """What of a topic is changed."""

    LABEL = "label"
    BROADER = "broader"


_PROPERTIES = {Property.LABEL: PREFERRED_LABEL, Property.BROADER: BROADER}

Changed = tuple[str, Property]
"""A topic's id, and what of it is changed."""


@dataclass(frozen=True)
class SchemeChanges:
    """New labels by topic, and new broader topics: without any it is a top one.

    `decisions` say who made each; nobody knows of those from before that was kept.
    """

    labels: dict[str, str] = field(default_factory=dict)
    broader: dict[str, tuple[str, ...]] = field(default_factory=dict)
    decisions: dict[Changed, Decision] = field(default_factory=dict)

    def renamed(self, topic: str, label: str, made: Decision) -> "SchemeChanges":
        """The changes with one more."""
        decisions = self.decisions | {(topic, Property.LABEL): made}
        return replace(self, labels=self.labels | {topic: label}, decisions=decisions)

    def nested(
        self, topic: str, broader: tuple[str, ...], made: Decision
    ) -> "SchemeChanges":
        """The changes with a topic under others, or under none."""
        decisions = self.decisions | {(topic, Property.BROADER): made}
        return replace(
            self, broader=self.broader | {topic: broader}, decisions=decisions
        )

    def over(self, others: "SchemeChanges") -> "SchemeChanges":
        """These changes, and of others those of what these leave as it was."""
        own = {(topic, Property.LABEL) for topic in self.labels}
        own |= {(topic, Property.BROADER) for topic in self.broader}
        theirs = {
            what: made for what, made in others.decisions.items() if what not in own
        }
        return SchemeChanges(
            others.labels | self.labels,
            others.broader | self.broader,
            theirs | self.decisions,
        )

    def of(self, topic: str) -> dict[Property, Decision]:
        """Who made the changes of one topic."""
        return {
            what: made for (id, what), made in self.decisions.items() if id == topic
        }


def to_rdf(changes: SchemeChanges, iris: Iris) -> Iterator[Triple]:
    """The triples of the changes, for a graph of their own."""
    for topic in sorted({*changes.labels, *changes.broader}):
        subject = iris.topic(topic)
        yield subject, TYPE, CONCEPT
        yield from string(subject, PREFERRED_LABEL, changes.labels.get(topic))
        for parent in changes.broader.get(topic, ()):
            yield subject, BROADER, iris.topic(parent)
        if changes.broader.get(topic) == ():
            yield subject, TOP, iris.graph("topics")
    for (topic, what), made in sorted(changes.decisions.items()):
        subject = iris.scheme_change(what, topic)
        yield subject, TYPE, SCHEME_CHANGE
        yield subject, CHANGED, iris.topic(topic)
        yield subject, CHANGED_PROPERTY, _PROPERTIES[what]
        yield from decision.to_rdf(subject, made, iris)


def from_rdf(triples: Iterable[ox.Quad]) -> SchemeChanges:
    """The changes of a graph; the pair of `to_rdf`."""
    resources = Resources(triples)
    labels: dict[str, str] = {}
    broader: dict[str, tuple[str, ...]] = {}
    for subject in resources.subjects(TYPE, CONCEPT):
        label = resources.maybe(subject, PREFERRED_LABEL)
        parents = tuple(sorted(map(local, resources.all(subject, BROADER))))
        if label is not None:
            labels[local(subject)] = label
        if parents or resources.maybe(subject, TOP):
            broader[local(subject)] = parents
    return SchemeChanges(labels, broader, dict(_decisions(resources)))


def _decisions(resources: Resources) -> Iterator[tuple[Changed, Decision]]:
    properties = backwards(_PROPERTIES)
    for subject in resources.subjects(TYPE, SCHEME_CHANGE):
        topic = local(resources.one(subject, CHANGED))
        what = properties[resources.one(subject, CHANGED_PROPERTY)]
        yield (topic, what), decision.from_rdf(resources, subject)


def changed(
    scheme: TopicScheme, changes: SchemeChanges, merged: Identities, iris: Iris
) -> TopicScheme:
    """The scheme as the user has it: relabelled, nested anew, merged topics gone."""
    concepts = {concept.id: concept for concept in scheme.concepts}
    for one, meant in merged.names():  # a minted topic may take over one of the scheme
        if one.id in concepts and meant.id not in concepts:
            heir = _minted(meant.id, meant.name, iris)
            broader = concepts[one.id].broader
            concepts[meant.id] = heir.model_copy(update={"broader": broader})
    for id in sorted({*changes.labels, *changes.broader} - set(concepts)):
        concepts[id] = _minted(id, changes.labels.get(id, id), iris)
    for id, label in changes.labels.items():
        concepts[id] = _relabelled(concepts[id], label)
    for id, broader in changes.broader.items():
        concepts[id] = concepts[id].model_copy(update={"broader": broader})
    merged_away = {one.id: meant.id for one, meant in merged.names()}
    kept = _merged(concepts, merged_away)
    return TopicScheme(concepts=tuple(kept[id] for id in sorted(kept)))


def _merged(concepts: dict[str, Concept], into: dict[str, str]) -> dict[str, Concept]:
    """The concepts without those merged, whose labels and places others take over."""
    kept = {id: concept for id, concept in concepts.items() if id not in into}
    for id in sorted(set(concepts) & set(into)):
        gone, heir = concepts[id], kept.get(into[id])
        if heir:
            labels = (*heir.alt_labels, gone.label, *gone.alt_labels)
            kept[heir.id] = heir.model_copy(update={"alt_labels": labels})
    for id, concept in kept.items():
        parents = dict.fromkeys(into.get(each, each) for each in concept.broader)
        broader = tuple(parent for parent in parents if parent != id)
        kept[id] = concept.model_copy(update={"broader": broader})
    return kept


def _relabelled(concept: Concept, label: str) -> Concept:
    """The old label is found all the same."""
    others = dict.fromkeys((concept.label, *concept.alt_labels))
    others.pop(label, None)
    return concept.model_copy(update={"label": label, "alt_labels": tuple(others)})


def _minted(id: str, label: str, iris: Iris) -> Concept:
    return Concept(id=id, iri=iris.topic(id).value, label=label)
