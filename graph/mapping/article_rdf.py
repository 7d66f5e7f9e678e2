"""An article as RDF: its text, where it came from, and the extractions from it."""

from collections.abc import Iterator
from functools import lru_cache

import pyoxigraph as ox
from rdflib.namespace import SDO

from graph.dates import day_told, iso
from graph.mapping.iris import Iris, local, part
from graph.mapping.terms import (
    ACTIVITY,
    ARTICLE,
    ASSOCIATED,
    COPY,
    DATE,
    NAME,
    REVISES,
    SOFTWARE,
    TEXT,
    TYPE,
    USED,
    VERSION,
    node,
)
from graph.mapping.triples import Resources, Triple, string, typed
from ontology.claim import Article, Extractor
from ontology.namespace import OR

SOURCE = node(OR.source)
PUBLISHED = node(OR.published)
DATE_PUBLISHED = node(SDO.datePublished)
DATE_MODIFIED = node(SDO.dateModified)

OPTIONAL = {
    "title": node(SDO.headline),
    "url": node(SDO.url),
    "publisher": node(SDO.publisher),
    "author": node(SDO.author),
    "lang": node(SDO.inLanguage),
    "published": PUBLISHED,
    "published_from": node(OR.publishedFrom),
    "modified": node(OR.modified),
    "modified_from": node(OR.modifiedFrom),
    "retrieved": node(OR.retrieved),
    "raw_sha256": node(OR.sourceHash),
    "text_sha256": node(OR.textHash),
}
"""The fields that an article may lack, all plain texts, and their properties."""

LINKS = {"revision_of": REVISES, "copy_of": COPY}
"""The fields that hold another article's id."""


def to_rdf(article: Article, iris: Iris) -> Iterator[Triple]:
    """The triples of an article."""
    subject = iris.article(article.id)
    yield subject, TYPE, ARTICLE
    yield from string(subject, TEXT, article.text)
    yield from string(subject, SOURCE, article.source)
    for field, predicate in OPTIONAL.items():
        yield from string(subject, predicate, getattr(article, field))
    for field, predicate in LINKS.items():
        if other := getattr(article, field):
            yield subject, predicate, iris.article(other)
    published, modified = day_told(article.published), day_told(article.modified)
    yield from typed(subject, DATE_PUBLISHED, iso(published), DATE)
    yield from typed(subject, DATE_MODIFIED, iso(modified), DATE)


def from_rdf(resources: Resources) -> Article:
    """The article of a graph that holds one. Raises LookupError if it holds none."""
    subjects = resources.subjects(TYPE, ARTICLE)
    if len(subjects) != 1:
        raise LookupError(f"a graph of one article was expected, not {len(subjects)}")
    subject = subjects[0]
    fields = {name: resources.maybe(subject, term) for name, term in OPTIONAL.items()}
    links = {name: resources.maybe(subject, term) for name, term in LINKS.items()}
    return Article(
        id=local(subject),
        text=resources.one(subject, TEXT),
        source=resources.one(subject, SOURCE),
        **fields,
        **{name: iri and local(iri) for name, iri in links.items()},
    )


@lru_cache(maxsize=100)
def extraction(article: ox.NamedNode, extractor: Extractor) -> ox.NamedNode:
    """The run of this program over this article."""
    return part(article, "extraction", extractor.name, extractor.version)


def extraction_to_rdf(
    article: Article, extractor: Extractor, iris: Iris
) -> Iterator[Triple]:
    """The triples of a run: no time stands in them, so that a second run adds none."""
    used = iris.article(article.id)
    run, program = extraction(used, extractor), iris.extractor(extractor)
    yield run, TYPE, ACTIVITY
    yield run, USED, used
    yield run, ASSOCIATED, program
    yield program, TYPE, SOFTWARE
    yield from string(program, NAME, extractor.name)
    yield from string(program, VERSION, extractor.version)


def extractor_from_rdf(resources: Resources, run: str) -> Extractor:
    """The program of a run."""
    program = resources.one(run, ASSOCIATED)
    return Extractor(
        name=resources.one(program, NAME), version=resources.one(program, VERSION)
    )
