"""The same questions put to plain Oxigraph and to rdflib's memory store."""

import time
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
from rdflib import Dataset

from graph.claims_rdf import to_rdf
from graph.iris import DEFAULT_BASE, Iris
from graph.terms import PREFIXES
from ontology.claim import Article, Claim

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())

QUERIES = {
    "filtered claims, newest": """
SELECT ?claim ?words WHERE {
  ?claim or:speaker <BASEagent/land-3> ; or:stance or:demands ;
    or:earliestDate ?day ; or:quotation/schema:text ?words .
} ORDER BY DESC(?day) LIMIT 50""",
    "facets, whole corpus": """
SELECT ?speaker ?stance (COUNT(?claim) AS ?claims) WHERE {
  ?claim or:speaker ?speaker ; or:stance ?stance .
} GROUP BY ?speaker ?stance ORDER BY DESC(?claims) LIMIT 20""",
    "timeline, whole corpus": """
SELECT ?month (COUNT(?claim) AS ?claims) WHERE {
  ?claim or:earliestDate ?day . BIND (SUBSTR(STR(?day), 1, 7) AS ?month)
} GROUP BY ?month ORDER BY ?month""",
    "full text, by relevance": """
SELECT ?claim WHERE {
  ?claim or:quotation/schema:text ?words . FILTER (CONTAINS(?words, "dinaba"))
} LIMIT 50""",
    "positions of one": """
SELECT ?topic (MAX(?day) AS ?latest) (COUNT(?claim) AS ?claims) WHERE {
  ?claim or:speaker <BASEagent/land-3> ; or:topic ?topic ; or:latestDate ?day .
} GROUP BY ?topic ORDER BY DESC(?claims)""",
    "shortest path": """
ASK { <BASEagent/land-3> (^or:speaker/or:topic|^or:topic/or:speaker)+
  <BASEagent/land-140> }""",
}
"""One query for each question that SPARQL can ask at all."""


def oxigraph(records: Iterable[tuple[Article, tuple[Claim, ...]]]) -> ox.Store:
    """All claims in an Oxigraph store in memory."""
    iris, store = Iris(), ox.Store()
    store.bulk_extend(
        quad for article, claims in records for quad in to_rdf(article, claims, iris)
    )
    return store


def times(
    store: ox.Store, folder: Path, *, with_rdflib: bool
) -> dict[str, list[float]]:
    """Milliseconds of each query: on Oxigraph, then on rdflib."""
    found: dict[str, list[float]] = {}
    for name, query in QUERIES.items():
        text = query.replace("BASE", DEFAULT_BASE)
        start = time.process_time()
        results = store.query(text, prefixes=PREFIXES, use_default_graph_as_union=True)
        if not isinstance(results, ox.QueryBoolean):
            list(results)
        found[name] = [(time.process_time() - start) * 1000]
    if with_rdflib:
        _rdflib_times(store, folder, found)
    return found


def _rdflib_times(store: ox.Store, folder: Path, found: dict[str, list[float]]) -> None:
    path = folder / "all.nq"
    store.dump(str(path), format=ox.RdfFormat.N_QUADS)
    dataset = Dataset(default_union=True)
    dataset.parse(str(path), format="nquads")
    for name, query in QUERIES.items():
        text = _PREFIXES + query.replace("BASE", DEFAULT_BASE)
        start = time.process_time()
        list(dataset.query(text))
        found[name].append((time.process_time() - start) * 1000)
