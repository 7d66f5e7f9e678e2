"""What reaches out of the store, found in the parse tree before anything runs.

A word in a string, a comment or a name is no clause, so only the tree tells. It is
made where one of the words stands at all: parsing in Python takes milliseconds. It
runs in the workers, which can be killed: a parser can be kept busy too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import urljoin

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
    prologue, tree = _parsed(text, prefixes, update=False)
    names = _Names(prologue, base)
    clauses = list(_clauses(tree))
    for name, part in clauses:
        if name == "ServiceGraphPattern":
            raise BadInput("SERVICE is not allowed: queries stay within the store")
        if name == "DatasetClause":
            iri = names.iri(part.get("default") or part.get("named"))
            if not known(iri):
                raise BadInput(f"FROM: the store has no graph <{iri}>")
    return any(name == "DatasetClause" for name, _ in clauses)


def targets(text: str, *, prefixes: Mapping[str, str], base: str) -> frozenset[str]:
    """The graphs that an update writes to: IRIs, `ALL`, `NAMED`, `DEFAULT` or `?`.

    `?` is a graph that only running it tells. Raises BadInput for SERVICE and LOAD.
    """
    prologue, tree = _parsed(text, prefixes, update=True)
    names, found = _Names(prologue, base), set[str]()
    for name, part in _clauses(tree):
        if name == "ServiceGraphPattern":
            raise BadInput("SERVICE is not allowed: updates stay within the store")
        if name == "Load":
            raise BadInput("LOAD is not allowed: send what is to be added")
        found |= set(map(names.iri, _written(name, part)))
    return frozenset(found)


def _parsed(text: str, prefixes: Mapping[str, str], *, update: bool) -> tuple[Any, Any]:
    """The prologue and the tree; rdflib is heavy, and most queries need it not."""
    from pyparsing import ParseException
    from rdflib.plugins.sparql.parser import parseQuery, parseUpdate

    declared = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())
    try:
        tree: Any = (parseUpdate if update else parseQuery)(declared + text)
    except (ParseException, RecursionError) as error:
        raise BadInput(f"cannot be read: {error}") from None
    prologue = tree["prologue"] if update else tree[0]
    return prologue, tree


class _Names:
    """Prefixed and relative names as IRIs."""

    def __init__(self, prologue: Any, base: str) -> None:  # noqa: ANN401 - a tree
        self._base, self._prefixes = base, dict[str, str]()
        for name, part in _clauses(prologue):
            if name == "Base":
                self._base = urljoin(self._base, str(part["iri"]))
            elif name == "PrefixDecl":
                iri = urljoin(self._base, str(part["iri"]))
                self._prefixes[str(part.get("prefix") or "")] = iri

    def iri(self, term: Any) -> str:  # noqa: ANN401 - a term of the tree
        """The term as an IRI; a keyword as it is, a variable as `?`."""
        from rdflib import URIRef, Variable

        if isinstance(term, Variable):
            return "?"
        if isinstance(term, URIRef):
            return urljoin(self._base, str(term))
        if getattr(term, "name", None) == "pname":
            prefix = self._prefixes.get(str(term.get("prefix") or ""), "")
            return prefix + str(term.get("localname") or "")
        return str(term).upper()


def _clauses(part: object) -> Iterator[tuple[str, Any]]:
    """Every clause of a tree, by its name."""
    from rdflib.plugins.sparql.parserutils import CompValue

    waiting = [part]
    while waiting:  # no recursion: the tree is as deep as its author wished
        each = waiting.pop()
        if isinstance(each, CompValue):
            yield each.name, each
            waiting += list(each.values())
        elif isinstance(each, Iterable) and not isinstance(each, str):
            waiting += list(each)


def _written(name: str, part: Any) -> Iterator[Any]:  # noqa: ANN401 - a clause
    """The graphs that a clause writes to, as terms of the tree."""
    if name in ("Clear", "Drop", "Create"):
        yield part["graphiri"]
    elif name in ("Add", "Copy"):
        yield part["graph"][1]
    elif name == "Move":
        yield from part["graph"]
    elif name == "Modify":
        yield part.get("withClause") or "DEFAULT"
    elif name == "QuadsNotTriples":
        yield part["term"]
    elif name in ("InsertData", "DeleteData", "DeleteWhere"):
        yield "DEFAULT"
