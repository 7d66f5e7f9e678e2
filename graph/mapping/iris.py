"""The IRIs of the data: each record's id under the store's base, and back."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import quote, unquote

import pyoxigraph as ox

from ontology.claim import Extractor, Span
from ontology.topics import TopicScheme, load

DEFAULT_BASE = "https://onrecord.example/"

VOCABULARY = "https://w3id.org/onrecord/"
"""Graphs under this IRI are the vocabulary: it is published there, not exported."""

_UNSAFE = re.compile(r"[^\w.~-]")
"""What is escaped in an id; letters of any script may stand in an IRI (RFC 3987)."""


@lru_cache(maxsize=1)
def _shipped_topics() -> Mapping[str, str]:
    return MappingProxyType({concept.id: concept.iri for concept in load().concepts})


@dataclass(frozen=True)
class Iris:
    """The naming scheme. `topics` maps the ids of known topics to their own IRIs."""

    base: str = DEFAULT_BASE
    topics: Mapping[str, str] = field(default_factory=_shipped_topics)

    @classmethod
    def of(cls, base: str, scheme: TopicScheme) -> "Iris":
        """The naming scheme under this base, with this topic scheme."""
        return cls(base, {concept.id: concept.iri for concept in scheme.concepts})

    def article(self, id: str) -> ox.NamedNode:
        """An article, and the named graph that holds all that it says."""
        return _named(f"{self.base}article/", id)

    def claim(self, id: str) -> ox.NamedNode:
        """A claim; its quotation and its repeats are fragments of it."""
        return ox.NamedNode(f"{self.base}claim/{escape(id)}")

    def agent(self, id: str) -> ox.NamedNode:
        """A speaker, addressee or target."""
        return _named(f"{self.base}agent/", id)

    def topic(self, id: str) -> ox.NamedNode:
        """A known topic under its own IRI, any other under the base."""
        known = self.topics.get(id)
        return ox.NamedNode(known) if known else _named(f"{self.base}topic/", id)

    def extractor(self, extractor: Extractor) -> ox.NamedNode:
        """A program in one version."""
        return self._node("extractor", extractor.name, extractor.version)

    def graph(self, name: str) -> ox.NamedNode:
        """A graph that belongs to no article: the reviews, the store's own."""
        return self._node("graph", name)

    def review(self, id: str) -> ox.NamedNode:
        """A review of a claim."""
        return self._node("review", id)

    def nanopublication(self, id: str) -> ox.NamedNode:
        """The nanopublication of a claim."""
        return self._node("nanopublication", id)

    def identification(self, id: str) -> ox.NamedNode:
        """The finding that one name is another, or is not."""
        return self._node("identification", id)

    def scheme_change(self, what: str, topic: str) -> ox.NamedNode:
        """The decision on a topic's label, or on its place."""
        return self._node("scheme-change", f"{what}-{topic}")

    def reviewer(self, id: str) -> ox.NamedNode:
        """A person who reviews claims, or decides what names mean."""
        return self._node("reviewer", id)

    def _node(self, kind: str, *names: str) -> ox.NamedNode:
        return ox.NamedNode(f"{self.base}{kind}/{'/'.join(map(escape, names))}")


@lru_cache(maxsize=50_000)
def _named(folder: str, id: str) -> ox.NamedNode:
    """A name that comes again and again; making it anew takes ten times as long."""
    return ox.NamedNode(folder + escape(id))


def part(node: ox.NamedNode, *names: str) -> ox.NamedNode:
    """A fragment of a resource: `claim/1#evidence`."""
    return ox.NamedNode(f"{node.value}#{'='.join(map(escape, names))}")


def span(article: ox.NamedNode, place: Span) -> ox.NamedNode:
    """A span of an article, its offsets an RFC 5147 fragment: `article/1#char=3,9`."""
    return ox.NamedNode(f"{article.value}#char={place[0]},{place[1]}")


def local(iri: str) -> str:
    """The id that an IRI was made of.

    >>> local(Iris().agent("a/b c").value)
    'a/b c'
    """
    return unquote(iri.rpartition("/")[2])


def escape(id: str) -> str:
    """An id as a part of an IRI.

    >>> escape("zürich/7")
    'zürich%2F7'
    """
    if id.isalnum():
        return id
    return _UNSAFE.sub(lambda match: quote(match[0], safe=""), id)
