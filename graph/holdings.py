"""What a store holds already, so that it need not be read again."""

import pyoxigraph as ox

from graph.mapping.article_rdf import extractor_from_rdf
from graph.mapping.claim_rdf import CLAIM
from graph.mapping.terms import ASSOCIATED, TYPE, USED
from graph.mapping.triples import Resources, value
from graph.store import Store
from ontology.claim import Article, Extractor
from ontology.errors import NotFound

ACCIDENTAL = ("source", "retrieved", "raw_sha256", "revision_of", "copy_of")
"""What differs from one reading of the same article to the next, or is found later."""


def claims_held(store: Store, article: Article, extractor: Extractor) -> int | None:
    """How many claims of the article are stored; None if it has to be read again.

    It has not, if the stored article is the same but for what is accidental, and was
    read by this version of this program and by no other.
    """
    try:
        known = store.article(article.id)
    except NotFound:
        return None
    if not _same(known, article) or _readers(store, article) != {extractor}:
        return None
    graph = store.iris.article(article.id)
    return len(list(store.graph.quads_for_pattern(None, TYPE, CLAIM, graph)))


def _same(known: Article, article: Article) -> bool:
    ignored = set(ACCIDENTAL)
    if article.published is None:  # the extractor may have found it in the text
        ignored.add("published")
    return known.model_dump(exclude=ignored) == article.model_dump(exclude=ignored)


def _readers(store: Store, article: Article) -> set[Extractor]:
    node = store.iris.article(article.id)
    runs = list(store.graph.quads_for_pattern(None, USED, node, node))
    resources = Resources(_described(store, runs, node))
    return {extractor_from_rdf(resources, value(run.subject)) for run in runs}


def _described(store: Store, runs: list[ox.Quad], graph: ox.NamedNode) -> list[ox.Quad]:
    """The triples of runs and of the programs that they were runs of."""
    pattern = store.graph.quads_for_pattern
    own = [quad for run in runs for quad in pattern(run.subject, None, None, graph)]
    programs = [value(quad.object) for quad in own if quad.predicate == ASSOCIATED]
    return own + [
        quad
        for program in programs
        for quad in pattern(ox.NamedNode(program), None, None, graph)
    ]
