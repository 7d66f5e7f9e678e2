"""SPARQL queries over all graphs of a store, and nothing beyond it."""

from graph.mapping.terms import PROLOGUE
from graph.sparql_tree import clauses, of_query
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
        _, tree = of_query(PROLOGUE + text)
    except BadInput as error:
        raise BadInput(f"the query {error}") from None
    if any(name == "ServiceGraphPattern" for name, _ in clauses(tree)):
        raise BadInput("SERVICE is not allowed: queries stay within the store")
