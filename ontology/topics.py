"""The topic scheme: the SKOS concepts that claims are filed under."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict

from ontology.errors import BadInput

DEFAULT_TOPICS = Path(__file__).with_name("topics.ttl")

SKOS = "http://www.w3.org/2004/02/skos/core#"


class Concept(BaseModel):
    """A topic: `id` is the last part of its IRI, `broader` holds ids."""

    model_config = ConfigDict(frozen=True)

    id: str
    iri: str
    label: str
    alt_labels: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


class TopicScheme(BaseModel):
    """The concepts of one or more SKOS files, in the order of their ids."""

    model_config = ConfigDict(frozen=True)

    concepts: tuple[Concept, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Concept]:
        """Each concept under its id."""
        return {concept.id: concept for concept in self.concepts}

    @cached_property
    def by_name(self) -> dict[str, Concept]:
        """Each concept under its casefolded names; labels go before altLabels."""
        names = {
            name.casefold(): concept
            for concept in reversed(self.concepts)
            for name in concept.alt_labels
        }
        return names | {concept.label.casefold(): concept for concept in self.concepts}

    def named(self, name: str) -> Concept | None:
        """The concept with this label or altLabel, whatever its case.

        >>> load().named("Truce").id
        'ceasefire'
        """
        return self.by_name.get(name.strip().casefold())

    def names(self, label: str) -> tuple[str, ...]:
        """The label, then the altLabels of its concept, if it is a concept's.

        >>> load().names("invasion"), load().names("night shift")
        (('invasion',), ('night shift',))
        """
        concept = self.named(label)
        return (label, *concept.alt_labels) if concept else (label,)

    def narrower(self, topic: str) -> frozenset[str]:
        """The ids of a topic and of all below it; of an unknown topic, its id alone.

        >>> sorted(load().narrower("nato"))
        ['nato', 'nato-expansion', 'nato-membership']
        """
        return self._closure(topic, self._children)

    def wider(self, topic: str) -> frozenset[str]:
        """The ids of a topic and of all above it."""
        parents = {concept.id: concept.broader for concept in self.concepts}
        return self._closure(topic, parents)

    @cached_property
    def _children(self) -> dict[str, tuple[str, ...]]:
        children: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for concept in self.concepts:
            for parent in concept.broader:
                children[parent] += (concept.id,)
        return dict(children)

    @staticmethod
    def _closure(topic: str, links: dict[str, tuple[str, ...]]) -> frozenset[str]:
        found, waiting = {topic}, [topic]
        while waiting:  # a set of the seen ones: a user's scheme may hold a circle
            fresh = [name for name in links.get(waiting.pop(), ()) if name not in found]
            found.update(fresh)
            waiting.extend(fresh)
        return frozenset(found)


def load(*paths: Path) -> TopicScheme:
    """The scheme of these SKOS files (Turtle); without any, the one that ships.

    Of one concept in two files, the labels and broader concepts add up.
    """
    quads = [quad for path in paths or (DEFAULT_TOPICS,) for quad in _parse(path)]
    return TopicScheme(concepts=tuple(sorted(_concepts(quads), key=lambda c: c.id)))


def _parse(path: Path) -> Iterable[ox.Quad]:
    try:
        return list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except (OSError, SyntaxError) as error:
        raise BadInput(f"{path}: not a readable Turtle file: {error}") from error


def _concepts(quads: Iterable[ox.Quad]) -> Iterator[Concept]:
    values: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for quad in quads:
        if isinstance(quad.subject, ox.NamedNode) and not isinstance(
            quad.object, ox.Triple
        ):
            key = quad.subject.value, quad.predicate.value
            values[key].append(quad.object.value)
    for (iri, predicate), labels in list(values.items()):
        if predicate == SKOS + "prefLabel":
            yield Concept(
                id=_local(iri),
                iri=iri,
                label=labels[0],
                alt_labels=(*labels[1:], *values.get((iri, SKOS + "altLabel"), ())),
                broader=tuple(map(_local, values.get((iri, SKOS + "broader"), ()))),
            )


def _local(iri: str) -> str:
    return iri.replace("#", "/").rstrip("/").rpartition("/")[2]
