"""SPARQL queries over all graphs of a store, and nothing beyond it."""

from collections.abc import Iterable

from pyparsing import ParseException
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue

from graph.mapping.terms import PROLOGUE
from graph.storage.graphs import Graphs, Results
from ontology.errors import BadInput


def query(graphs: Graphs, text: str) -> Results:
    """The results of a SELECT, ASK, CONSTRUCT or DESCRIBE over all graphs together.

    The prefixes of `graph.mapping.terms` need no declaration. Raises BadInput if
    the query cannot be read, or if it reaches out of the store.
    """
    refuse_service(text)
    return graphs.query(text)


def refuse_service(text: str) -> None:
    """Raise BadInput if a query has a SERVICE clause: Oxigraph would follow it.

    Only the parse tree tells it from the word in a string or a comment; the word
    alone settles most queries without parsing.
    """
    if "service" not in text.lower():
        return
    try:
        tree = parseQuery(PROLOGUE + text)
    except ParseException as error:
        raise BadInput(f"the query cannot be read: {error}") from error
    if any(_services(part) for part in tree):
        raise BadInput("SERVICE is not allowed: queries stay within the store")


def _services(part: object) -> bool:
    if isinstance(part, CompValue):
        if part.name == "ServiceGraphPattern":
            return True
        return any(map(_services, part.values()))
    if isinstance(part, str) or not isinstance(part, Iterable):
        return False
    return any(map(_services, part))
