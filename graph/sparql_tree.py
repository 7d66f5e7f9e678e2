"""The parse tree of a query or an update.

Oxigraph, which runs the text, shows no tree, so rdflib makes one: in milliseconds, by
a heavy import. Who could make the two read one text differently could hide from the
tree what runs. So where they would, the text is made plain for rdflib first.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ontology.errors import BadInput

_ESCAPE = re.compile(r"\\(?:\\|[uU][0-9A-Fa-f]{4,8})")
"""Within strings and IRIs; rdflib would take `\\u0022` for the end of a string."""

STAND_IN = "\ue000"
"""What stands for an escape in the tree: no mark, and no letter of a name."""


def of_query(text: str) -> tuple[Any, Any]:
    """The declarations of a query, and the rest of it. Raises BadInput."""
    from rdflib.plugins.sparql.parser import parseQuery

    declarations, query = _parsed(parseQuery, text)
    return declarations, query


def of_update(text: str) -> Iterator[tuple[Any, Any]]:
    """Of each operation what is declared before it, and itself. Raises BadInput."""
    from rdflib.plugins.sparql.parser import parseUpdate

    tree = _parsed(parseUpdate, text)
    return zip(tree.prologue or (), tree.request or (), strict=False)


def clauses(part: object) -> Iterator[tuple[str, Any]]:
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


def _parsed(parse: Any, text: str) -> Any:  # noqa: ANN401 - rdflib has no types
    from pyparsing import ParseException

    try:
        return parse(_plain(text))
    except (ParseException, RecursionError) as error:
        raise BadInput(f"cannot be read: {error}") from None


def _plain(text: str) -> str:
    r"""The text as both read it; to rdflib a lone CR ends no comment.

    >>> _plain(r'"\\u0022" # \u0022') == f'"{STAND_IN}u0022" # {STAND_IN}'
    True
    """
    return _ESCAPE.sub(STAND_IN, text).replace("\r", "\n")
