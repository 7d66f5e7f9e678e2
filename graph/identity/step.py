"""The step that brings names together across articles; persons may overrule it.

It may be run again at any time: what it found before is replaced, what persons
decided stays, and the articles' graphs keep the names that the articles give.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from graph.curation.curation import AGENTS, FOUND, TOPICS, quads
from graph.curation.identification import Identification
from graph.curation.scheme_changes import SchemeChanges
from graph.identity import person_matching, topic_matching
from graph.identity.appearances import appearances
from graph.identity.topic_matching import Alike, Used
from graph.mapping.iris import local
from graph.mapping.terms import LABEL
from graph.mapping.topic_rdf import TOPIC
from graph.mapping.triples import value
from graph.store import Store

Findings: TypeAlias = Mapping[str, Sequence[Identification]]
"""What the step found of agents, and of topics."""


@dataclass(frozen=True)
class Found:
    """How many names of agents, and of topics, the step found to be others."""

    agents: int
    topics: int


def identify(
    store: Store, *, countries: Collection[str] = (), alike: Alike | None = None
) -> Found:
    """Run the step over all articles; where nothing is new, nothing is written.

    `countries` are ids of countries beyond those that the articles tell; `alike`
    says how alike two topic labels are, of those that share a word.
    """
    return keep(store, find(store, countries=countries, alike=alike))


def find(
    store: Store, *, countries: Collection[str] = (), alike: Alike | None = None
) -> Findings:
    """What the step comes to; nothing is written."""
    return {
        AGENTS: person_matching.identified(appearances(store.graph, countries)),
        TOPICS: topic_matching.identified(
            used_topics(store), store.curation.given, alike
        ),
    }


def keep(store: Store, found: Findings) -> Found:
    """Let these stand in place of what the step found before."""
    changed = {
        FOUND[name]: list(quads(FOUND[name], several, SchemeChanges(), store.iris))
        for name, several in found.items()
        if set(several) != set(_known(store, name))
    }
    if changed:
        store.curate(changed)
    return Found(len(found[AGENTS]), len(found[TOPICS]))


def used_topics(store: Store) -> list[Used]:
    """The topics as articles name them, in the order of their ids."""
    found = store.graph.quads_for_pattern(None, TOPIC, None, None)
    claims = Counter(value(quad.object) for quad in found)
    return [
        Used(local(iri), label, claims[iri])
        for iri, label in sorted(_labels(store, claims).items())
    ]


def _labels(store: Store, topics: Collection[str]) -> dict[str, str]:
    """The label of each topic: of several, the first in the alphabet."""
    found: dict[str, str] = {}
    for quad in store.graph.quads_for_pattern(None, LABEL, None, None):
        iri, label = value(quad.subject), value(quad.object)
        if iri in topics:
            found[iri] = min(label, found.get(iri, label))
    return found


def _known(store: Store, name: str) -> Iterator[Identification]:
    identities = store.curation.identities(name)
    return (each for each in identities.all if not each.decided)
