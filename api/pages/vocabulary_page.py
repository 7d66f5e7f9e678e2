"""A vocabulary as people read it: its terms, and what each of them means."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox
from rdflib.namespace import DCTERMS, RDFS, SKOS

TITLES = tuple(map(str, (DCTERMS.title, SKOS.prefLabel, RDFS.label)))
MEANINGS = tuple(map(str, (DCTERMS.description, SKOS.definition, RDFS.comment)))
"""What names something, and what explains it: the first that there is counts."""


@dataclass(frozen=True)
class Term:
    """A term, or the vocabulary itself; `also` are its other labels."""

    iri: str
    label: str
    meaning: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What its IRI ends in."""
        return self.iri.replace("#", "/").rpartition("/")[2]


@dataclass(frozen=True)
class Vocabulary:
    """What it is, and its terms by their labels; those of other schemes come last."""

    about: Term
    terms: tuple[Term, ...]


def vocabulary(iri: str, triples: Sequence[ox.Triple]) -> Vocabulary:
    """The vocabulary with this IRI, from all that it says."""
    elsewhere = set(_elsewhere(iri, triples))
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.object, ox.Literal):
            own = said[str(getattr(triple.subject, "value", ""))]
            own[triple.predicate.value].append(triple.object.value)
    terms = {each: _term(each, own) for each, own in said.items()}
    about = terms.pop(iri)
    named = [term for term in terms.values() if term.label]
    named.sort(key=lambda term: (term.iri in elsewhere, term.label.casefold()))
    return Vocabulary(about, tuple(named))


def _elsewhere(iri: str, triples: Iterable[ox.Triple]) -> Iterator[str]:
    """Other schemes that are told of, and what is in them."""
    for subject, predicate, scheme in triples:
        if (
            predicate.value == str(SKOS.inScheme)
            and isinstance(subject, ox.NamedNode)
            and isinstance(scheme, ox.NamedNode)
            and scheme.value != iri
        ):
            yield from (subject.value, scheme.value)


def _term(iri: str, said: dict[str, list[str]]) -> Term:
    also = tuple(sorted(said.get(str(SKOS.altLabel), ())))
    return Term(iri, _first(said, TITLES), _first(said, MEANINGS), also)


def _first(said: dict[str, list[str]], predicates: Iterable[str]) -> str:
    """The first in the alphabet of what the first of these predicates says, if any."""
    return next((min(said[each]) for each in predicates if each in said), "")
