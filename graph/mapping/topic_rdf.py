"""Topics as RDF: concepts with the label that the article's claims use."""

from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from graph.mapping.iris import Iris, local
from graph.mapping.terms import CONCEPT, LABEL, TYPE, node
from graph.mapping.triples import Given, Resources, Triple, string
from ontology.claim import Claim, Topic
from ontology.namespace import OR

TOPIC = node(OR.topic)


def labels(claims: Iterable[Claim]) -> dict[str, str]:
    """The label of each topic in an article: the first that a claim gives it."""
    found: dict[str, str] = {}
    for claim in claims:
        for topic in claim.topics:
            found.setdefault(topic.id, topic.label)
    return found


def topics_to_rdf(labels: dict[str, str], iris: Iris) -> Iterator[Triple]:
    """The triples of an article's topics.

    They are typed and labelled in each article's graph, known ones too, so that
    the graph conforms to the shapes by itself.
    """
    for id, label in labels.items():
        subject = iris.topic(id)
        yield subject, TYPE, CONCEPT
        yield from string(subject, LABEL, label)


def to_rdf(
    claim: ox.NamedNode, topics: tuple[Topic, ...], iris: Iris
) -> Iterator[Triple]:
    """The triples that join a claim to its topics."""
    for topic in topics:
        yield claim, TOPIC, iris.topic(topic.id)


def given(topics: tuple[Topic, ...], labels: dict[str, str]) -> Given:
    """The topics as a list, where their triples would give others."""
    natural = sorted({(topic.id, labels[topic.id]) for topic in topics})
    if [(topic.id, topic.label) for topic in topics] == natural:
        return {}
    return {"topics": [topic.model_dump() for topic in topics]}


def from_rdf(resources: Resources, claim: str) -> tuple[Topic, ...]:
    """The topics of a claim; the pair of `to_rdf` and `given`."""
    listed = resources.given(claim).get("topics")
    if listed:
        return tuple(map(Topic.model_validate, listed))
    iris = resources.all(claim, TOPIC)
    found = sorted((local(iri), resources.one(iri, LABEL)) for iri in iris)
    return tuple(Topic(id=id, label=label) for id, label in found)
