"""Identifications: that one name means what another does, or that it does not.

Each is data of its own, with who found it and why. The graphs of the articles keep
the names that the articles give.
"""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import pyoxigraph as ox

from graph.curation.decision import made_by
from graph.mapping.iris import Iris, local
from graph.mapping.terms import (
    AGENT,
    ASSOCIATED,
    COMMENT,
    ENDED,
    LABEL,
    SOFTWARE,
    TYPE,
    VERSION,
    node,
)
from graph.mapping.triples import Resources, Triple, string
from ontology.claim import Extractor
from ontology.namespace import OR

STEP = Extractor(name="onrecord identify", version="1")
"""The step, as its findings name it; another version finds otherwise."""

IDENTIFICATION = node(OR.Identification)
IDENTIFIED = node(OR.identified)
IDENTIFIED_AS = node(OR.identifiedAs)
DISTINGUISHED = node(OR.distinguishedFrom)
IN_ARTICLE = node(OR.inArticle)

Naming = Callable[[str], ox.NamedNode]
"""From the id of an agent, or of a topic, to its IRI."""


@dataclass(frozen=True)
class Named:
    """An agent or a topic by its id, with its name or label."""

    id: str
    name: str


@dataclass(frozen=True)
class Identification:
    """That `one` is `other`, or with `same` unset that it is not.

    `by` is the person who decided, `at` when (an xsd:dateTime); both None of the
    step. `articles` are those in which it holds; without any, it holds in all.
    """

    one: Named
    other: Named
    reason: str
    same: bool = True
    by: str | None = None
    at: str | None = None
    articles: tuple[str, ...] = ()

    @property
    def decided(self) -> bool:
        """Whether a person decided so; else the step found it."""
        return self.by is not None

    @property
    def id(self) -> str:
        """A hash; the step's findings keep theirs when articles are added."""
        parts = [self.one.id, self.other.id, self.same, self.reason, self.by, self.at]
        parts += self.articles if self.decided else ()
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def to_rdf(
    found: Iterable[Identification], iris: Iris, naming: Naming
) -> Iterator[Triple]:
    """The triples of identifications, for a graph of their own."""
    for each in found:
        subject = iris.identification(each.id)
        yield subject, TYPE, IDENTIFICATION
        yield subject, IDENTIFIED, naming(each.one.id)
        yield (
            subject,
            IDENTIFIED_AS if each.same else DISTINGUISHED,
            naming(each.other.id),
        )
        yield from string(subject, COMMENT, each.reason)
        for article in each.articles:
            yield subject, IN_ARTICLE, iris.article(article)
        for named in (each.one, each.other):
            yield from string(naming(named.id), LABEL, named.name)
        yield from _finder(subject, each, iris)


def _finder(
    subject: ox.NamedNode, found: Identification, iris: Iris
) -> Iterator[Triple]:
    if found.by is not None:
        yield from made_by(subject, found.by, found.at, iris)
        return
    step = iris.extractor(STEP)
    yield subject, ASSOCIATED, step
    yield step, TYPE, SOFTWARE
    yield step, TYPE, AGENT
    yield from string(step, VERSION, STEP.version)
    yield from string(step, LABEL, STEP.name)


def from_rdf(triples: Iterable[ox.Quad]) -> list[Identification]:
    """The identifications of a graph, the oldest first; the pair of `to_rdf`."""
    resources = Resources(triples)
    found = [
        _read(resources, subject)
        for subject in resources.subjects(TYPE, IDENTIFICATION)
    ]
    return sorted(found, key=_moment)


def _moment(found: Identification) -> tuple[float, str, str]:
    """The step's come first; the same moment is written in several ways."""
    when = datetime.fromisoformat(found.at).timestamp() if found.at else 0.0
    return when, found.one.id, found.id


def _read(resources: Resources, subject: str) -> Identification:
    same = resources.maybe(subject, IDENTIFIED_AS)
    finder = resources.one(subject, ASSOCIATED)
    step = resources.maybe(finder, VERSION) is not None
    return Identification(
        one=_named(resources, resources.one(subject, IDENTIFIED)),
        other=_named(resources, same or resources.one(subject, DISTINGUISHED)),
        reason=resources.one(subject, COMMENT),
        same=same is not None,
        by=None if step else resources.one(finder, LABEL),
        at=resources.maybe(subject, ENDED),
        articles=tuple(sorted(map(local, resources.all(subject, IN_ARTICLE)))),
    )


def _named(resources: Resources, iri: str) -> Named:
    return Named(local(iri), min(resources.all(iri, LABEL), default=local(iri)))
