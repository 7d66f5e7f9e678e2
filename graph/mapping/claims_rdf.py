"""Articles and their claims as RDF and back, with nothing lost.

All that an article says stands in one named graph, under the article's IRI. There
are no blank nodes and no times of writing, so that the same claims are the same
graph, to the byte. The order of lists comes back: where it is not the natural one
(claims and spans by their place, topics and values by name), `or:asGiven` keeps it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import pyoxigraph as ox

from graph.mapping import agent_rdf, article_rdf, claim_rdf, topic_rdf
from graph.mapping.agent_rdf import Profiles
from graph.mapping.iris import Iris
from graph.mapping.terms import ARTICLE, TYPE
from graph.mapping.triples import Resources, Triple, as_given, nquads, unnatural
from ontology.claim import Article, Claim, Extractor
from ontology.errors import BadInput


def to_rdf(
    article: Article,
    claims: Sequence[Claim],
    iris: Iris,
    *,
    extractor: Extractor | None = None,
) -> list[ox.Quad]:
    """The quads of an article and its claims, all in the article's graph, each once.

    `extractor` read the article: its run is kept even where it found no claim.
    Raises BadInput if a claim is another article's, or two have the same id.
    """
    written = to_nquads(article, claims, iris, extractor=extractor)
    # to parse them takes a tenth of the time that ox.Quad takes in Python; lenient:
    # the IRIs were checked when they were made
    return list(ox.parse(written, format=ox.RdfFormat.N_QUADS, lenient=True))


def to_nquads(
    article: Article,
    claims: Sequence[Claim],
    iris: Iris,
    *,
    extractor: Extractor | None = None,
) -> str:
    """The same quads as N-Quads. Raises BadInput."""
    _check(article, claims)
    triples = chain(
        _triples(article, claims, iris), _runs(article, claims, extractor, iris)
    )
    return nquads(triples, iris.article(article.id))


def from_rdf(
    triples: Iterable[ox.Quad | ox.Triple],
) -> tuple[Article, tuple[Claim, ...]]:
    """The article and the claims of an article's graph; the pair of `to_rdf`.

    Raises LookupError, naming the resource, if the graph is not one of these.
    """
    resources = Resources(triples)
    article = article_rdf.from_rdf(resources)
    reference = article.ref()
    claims = claim_rdf.natural_order(
        claim_rdf.from_rdf(resources, subject, reference)
        for subject in resources.subjects(TYPE, claim_rdf.CLAIM)
    )
    return article, tuple(_as_given(resources, claims))


def _triples(article: Article, claims: Sequence[Claim], iris: Iris) -> Iterator[Triple]:
    subject = iris.article(article.id)
    profiles, labels = Profiles(subject, claims), topic_rdf.labels(claims)
    yield from article_rdf.to_rdf(article, iris)
    yield from as_given(subject, _order(claims))
    yield from agent_rdf.to_rdf(profiles, iris)
    yield from topic_rdf.topics_to_rdf(labels, iris)
    for claim in claims:
        yield from claim_rdf.to_rdf(claim, iris, profiles, labels)


def _runs(
    article: Article, claims: Sequence[Claim], reader: Extractor | None, iris: Iris
) -> Iterator[Triple]:
    for extractor in {claim.extractor: None for claim in claims} | {reader: None}:
        if extractor:
            yield from article_rdf.extraction_to_rdf(article, extractor, iris)


def _order(claims: Sequence[Claim]) -> dict[str, list[object]]:
    natural = [claim.id for claim in claim_rdf.natural_order(claims)]
    return unnatural("claims", [claim.id for claim in claims], natural)


def _as_given(resources: Resources, claims: list[Claim]) -> list[Claim]:
    subject = resources.subjects(TYPE, ARTICLE)[0]
    listed = resources.given(subject).get("claims", [])
    place = {id: number for number, id in enumerate(listed)}
    return sorted(claims, key=lambda claim: place.get(claim.id, len(place)))


def _check(article: Article, claims: Sequence[Claim]) -> None:
    reference, seen = article.ref(), set[str]()
    for claim in claims:
        if claim.article != reference:
            raise BadInput(
                f"claim {claim.id} is of article {claim.article.id}"
                f" ({claim.article.source}), not of {article.id} ({article.source})"
            )
        if claim.id in seen:
            raise BadInput(f"two claims of article {article.id} are {claim.id}")
        seen.add(claim.id)
