"""Persons as each article shows them: what tells whether two are one."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import pyoxigraph as ox

from graph.identity.fields_of_work import fields
from graph.mapping.agent_rdf import ACTS_FOR, KIND, ROLE
from graph.mapping.article_rdf import DATE_PUBLISHED
from graph.mapping.iris import local
from graph.mapping.terms import KINDS, NAME, SPECIALIZES
from graph.mapping.triples import value
from graph.storage.graphs import Graphs
from ontology.claim import AgentKind
from ontology.ids import slug

_VAGUE_WORDS = (
    "acting and at chief co deputy ex first former for head in leader member of on"
    " senior second spokesman spokesperson spokeswoman the top vice"
)

_VAGUE = frozenset(_VAGUE_WORDS.split())
"""Words of a title that too many share to tell persons by."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})

Key = tuple[str, ...]
"""The words of a name, for comparison."""


@dataclass(frozen=True)
class Evidence:
    """What is told of a person: words of titles, and on whose behalf they speak."""

    titles: frozenset[str] = frozenset()
    principals: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    """Those of the principals that are countries."""

    def __or__(self, other: "Evidence") -> "Evidence":
        return Evidence(
            self.titles | other.titles,
            self.principals | other.principals,
            self.countries | other.countries,
        )

    @property
    def fields(self) -> frozenset[str]:
        """The fields of work that the titles may belong to."""
        return frozenset(field for title in self.titles for field in fields(title))


@dataclass(frozen=True)
class Appearance:
    """A person in one article; `day` is the article's, as an ordinal, if known."""

    id: str
    name: str
    article: str
    evidence: Evidence
    day: int | None

    @property
    def key(self) -> Key:
        """The words of the name."""
        return name_key(self.name)


def name_key(name: str) -> Key:
    """The words of a name for comparison, without suffixes and stops.

    >>> name_key("Robert F. Kennedy Jr.")
    ('robert', 'f', 'kennedy')
    """
    words = (slug(word) for word in name.split())
    return tuple(word for word in words if word not in _SUFFIXES)


def appearances(
    graphs: Graphs, countries: Collection[str] = ()
) -> Iterator[Appearance]:
    """Every person of every article, once; `countries` are further ids of countries."""
    kinds = {value(q.subject): value(q.object) for q in _quads(graphs, KIND)}
    agents = {value(q.subject): q for q in _quads(graphs, SPECIALIZES)}
    ids = {profile: local(value(quad.object)) for profile, quad in agents.items()}
    country = KINDS[AgentKind.COUNTRY].value
    known = {ids[each] for each, kind in kinds.items() if kind == country}
    evidence = _evidence(graphs, ids, known | set(countries))
    days = {value(q.subject): _ordinal(q) for q in _quads(graphs, DATE_PUBLISHED)}
    names = {value(q.subject): value(q.object) for q in _quads(graphs, NAME)}
    person = KINDS[AgentKind.PERSON].value
    persons: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for profile in sorted(profile for profile, kind in kinds.items() if kind == person):
        persons[profile.rpartition("#")[0], ids[profile]].append(profile)
    for (article, id), profiles in sorted(persons.items()):
        yield Appearance(
            id,
            names[profiles[0]],
            local(article),
            _together(evidence[profile] for profile in profiles),
            days.get(article),
        )


def _together(evidence: Iterable[Evidence]) -> Evidence:
    whole = Evidence()
    for each in evidence:
        whole |= each
    return whole


def _evidence(
    graphs: Graphs, ids: dict[str, str], countries: set[str]
) -> defaultdict[str, Evidence]:
    found: defaultdict[str, Evidence] = defaultdict(Evidence)
    for quad in _quads(graphs, ROLE):
        found[value(quad.subject)] |= Evidence(titles=titles(value(quad.object)))
    for quad in _quads(graphs, ACTS_FOR):
        principal = frozenset({ids[value(quad.object)]})
        found[value(quad.subject)] |= Evidence(
            principals=principal, countries=principal & countries
        )
    return found


def titles(role: str) -> frozenset[str]:
    """The words of a title that tell persons by.

    >>> sorted(titles("Deputy Foreign Minister"))
    ['foreign', 'minister']
    """
    words = re.findall(r"\w+", role.casefold())
    return frozenset(word for word in words if word not in _VAGUE)


def _quads(graphs: Graphs, predicate: ox.NamedNode) -> Iterator[ox.Quad]:
    return graphs.quads_for_pattern(None, predicate, None, None)


def _ordinal(quad: ox.Quad) -> int:
    return date.fromisoformat(value(quad.object)).toordinal()
