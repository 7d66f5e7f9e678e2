"""A person's decision on names or topics, and who made it as RDF."""

from collections.abc import Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from graph.mapping.iris import Iris
from graph.mapping.terms import (
    AGENT,
    ASSOCIATED,
    COMMENT,
    DATE_TIME,
    ENDED,
    LABEL,
    TYPE,
)
from graph.mapping.triples import Resources, Triple, string, typed
from ontology.errors import BadInput
from ontology.ids import slug


@dataclass(frozen=True)
class Decision:
    """Who decides, when (an xsd:dateTime with its zone), and why."""

    by: str
    at: str
    reason: str | None = None

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise BadInput("a decision needs the name of the person who makes it")


def to_rdf(subject: ox.NamedNode, decision: Decision, iris: Iris) -> Iterator[Triple]:
    """The triples that tell of this subject who decided it, when and why."""
    yield from string(subject, COMMENT, decision.reason)
    yield from made_by(subject, decision.by.strip(), decision.at, iris)


def made_by(
    subject: ox.NamedNode, name: str, at: str | None, iris: Iris
) -> Iterator[Triple]:
    """The triples that tell of this subject which person made it, and when."""
    person = iris.reviewer(slug(name))
    yield from typed(subject, ENDED, at, DATE_TIME)
    yield subject, ASSOCIATED, person
    yield person, TYPE, AGENT
    yield from string(person, LABEL, name)


def from_rdf(resources: Resources, subject: str) -> Decision:
    """The decision that a subject is; the pair of `to_rdf`."""
    return Decision(
        by=resources.one(resources.one(subject, ASSOCIATED), LABEL),
        at=resources.one(subject, ENDED),
        reason=resources.maybe(subject, COMMENT),
    )
