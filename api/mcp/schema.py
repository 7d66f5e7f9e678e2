"""What an agent needs to know before it asks: the terms, and how to put a query."""

import pyoxigraph as ox
from pydantic import BaseModel, ConfigDict

from graph.mapping.terms import PREFIXES
from graph.saved_questions import questions
from graph.store import Store

EXAMPLES = ("who-demanded", "in-its-article", "never-spoke-of")
"""Saved questions that show how queries here are written."""

_TERMS = """
SELECT ?term ?kind ?comment {
  GRAPH <https://w3id.org/onrecord/ontology> {
    VALUES ?kind { owl:Class owl:ObjectProperty owl:DatatypeProperty }
    ?term a ?kind ; rdfs:comment ?comment
  }
} ORDER BY ?kind ?term
"""

_STANCES = """
SELECT ?name ?definition {
  GRAPH <https://w3id.org/onrecord/stances> {
    ?stance skos:notation ?name ; skos:definition ?definition
  }
}
"""


class Term(BaseModel):
    """A class or a property, by the prefix `or:`, and what it means."""

    model_config = ConfigDict(frozen=True)

    term: str
    kind: str
    meaning: str


class Example(BaseModel):
    """A SPARQL query that runs as it stands."""

    model_config = ConfigDict(frozen=True)

    title: str
    sparql: str


class Schema(BaseModel):
    """The vocabulary of the claims, and the sizes of what is stored."""

    model_config = ConfigDict(frozen=True)

    articles: int
    claims: int
    stances: dict[str, str]
    polarities: dict[str, str]
    prefixes: dict[str, str]
    """Queries may use them undeclared."""
    terms: tuple[Term, ...]
    examples: tuple[Example, ...]
    graphs: str


def schema(store: Store) -> Schema:
    """What is stored, and in which terms."""
    articles, claims = store.read_model.counts()
    return Schema(
        articles=articles,
        claims=claims,
        stances=dict(_rows(store, _STANCES)),
        polarities={"+": "for", "-": "against", "0": "neither"},
        prefixes=PREFIXES,
        terms=tuple(
            Term(term=_short(term), kind=_short(kind), meaning=meaning)
            for term, kind, meaning in _rows(store, _TERMS)
        ),
        examples=tuple(
            Example(title=questions()[name].title, sparql=questions()[name].sparql)
            for name in EXAMPLES
        ),
        graphs="one named graph an article, its IRI the article's; the default graph"
        " of a query is all of them together",
    )


def _rows(store: Store, query: str) -> list[list[str]]:
    found = store.sparql(query)
    assert isinstance(found, ox.QuerySolutions)
    return [[getattr(term, "value", "") for term in row] for row in found]


def _short(iri: str) -> str:
    """An IRI by its prefix."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri
