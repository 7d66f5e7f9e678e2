"""What reaches out of the store, found in the parse tree before anything runs.

A word in a string, a comment or a name is no clause, so only the tree tells; it is made
where one of the words stands at all. It runs in the workers, which can be killed: a
parser can be kept busy too.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from api.sparql.names import Names
from graph.sparql_tree import clauses, of_query, of_update
from ontology.errors import BadInput

WORDS = ("service", "from", "load")
"""Without any of these a query cannot reach out."""


def check_query(
    text: str,
    *,
    prefixes: Mapping[str, str],
    base: str,
    known: Callable[[str], bool],
) -> bool:
    """Whether the query has a dataset of its own (FROM).

    Raises BadInput for SERVICE, for FROM a graph that is not `known`, and for what
    cannot be checked.
    """
    if not any(word in text.lower() for word in WORDS):
        return False
    declarations, tree = of_query(text)
    found = list(clauses(tree))
    if any(name == "ServiceGraphPattern" for name, _ in found):
        raise BadInput("SERVICE is not allowed: queries stay within the store")
    names = Names(prefixes, base)
    names.declare(declarations)
    graphs = [each.default or each.named for n, each in found if n == "DatasetClause"]
    for iri in names.iris(graphs):
        if not known(iri):
            raise BadInput(f"FROM: the store has no graph <{iri}>")
    return bool(graphs)


def targets(text: str, *, prefixes: Mapping[str, str], base: str) -> frozenset[str]:
    """The graphs that an update writes to: IRIs, `ALL`, `NAMED`, `DEFAULT` or `?`.

    `?` is a graph that only running it tells. Raises BadInput for SERVICE and LOAD.
    """
    names, found = Names(prefixes, base), set[str]()
    for declarations, operation in of_update(text):
        names.declare(declarations)
        graphs = [(each, _word(each)) for each in _all_written(operation)]
        found |= {word for _, word in graphs if word}
        found |= set(names.iris([each for each, word in graphs if not word]))
    return frozenset(found)


def _all_written(operation: object) -> Iterator[Any]:
    """The graphs that an operation writes to. Raises BadInput."""
    for name, part in clauses(operation):
        if name == "ServiceGraphPattern":
            raise BadInput("SERVICE is not allowed: updates stay within the store")
        if name == "Load":
            raise BadInput("LOAD is not allowed: send what is to be added")
        yield from _written(name, part)


def _written(name: str, part: Any) -> Iterator[Any]:  # noqa: ANN401 - a clause
    """The graphs that a clause writes to, as terms of the tree."""
    if name in ("Clear", "Drop", "Create"):
        yield part.graphiri
    elif name in ("Add", "Copy", "Move"):
        source, target = map(_not_joined, part.graph)
        yield from (source, target) if name == "Move" else (target,)
    elif name == "Modify":
        yield part.withClause or "DEFAULT"
    elif name == "QuadsNotTriples":
        yield part.term
    elif name in ("InsertData", "DeleteData", "DeleteWhere"):
        yield "DEFAULT"


def _not_joined(graph: Any) -> Any:  # noqa: ANN401 - a term of the tree
    """The name, unless Oxigraph takes it for two words: `GRAPHx:y` for `GRAPH x:y`.

    Raises BadInput.
    """
    prefix = getattr(graph, "prefix", None) or ""
    if prefix.upper().startswith("GRAPH"):
        raise BadInput(f"cannot be read: {prefix}: is the word GRAPH here, no prefix")
    return graph


def _word(graph: Any) -> str | None:  # noqa: ANN401 - a term of the tree
    """What is no name: a keyword as it is, a variable as `?`."""
    from rdflib import URIRef, Variable

    if isinstance(graph, Variable):
        return "?"
    if isinstance(graph, str) and not isinstance(graph, URIRef):
        return graph.upper()
    return None
