"""What the names in a query or an update stand for: Oxigraph says, which runs it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

import pyoxigraph as ox

from graph.sparql_tree import STAND_IN
from ontology.errors import BadInput


class Names:
    """Names as IRIs, by what is declared before them."""

    def __init__(self, prefixes: Mapping[str, str], base: str) -> None:
        self._prefixes, self._base = dict(prefixes), base
        self._declared = ""

    def declare(self, declarations: Iterable[Any]) -> None:
        """Take in BASE and PREFIX, as the tree has them, after those of before."""
        for each in declarations:
            name = "BASE" if each.name == "Base" else f"PREFIX {each.prefix or ''}:"
            self._declared += f"{name} <{_plain(each.iri)}>\n"

    def iris(self, names: Collection[Any]) -> list[str]:
        """What terms of the tree stand for, which are IRIs or short for them.

        Raises BadInput.
        """
        if not names:
            return []
        written = " ".join(map(_written, names))
        query = f"{self._declared} SELECT ?iri {{ VALUES ?iri {{ {written} }} }}"
        try:
            found = ox.Store().query(
                query, base_iri=self._base, prefixes=self._prefixes
            )
        except SyntaxError:
            raise BadInput(f"cannot be read: no IRIs: {written[:200]}") from None
        assert isinstance(found, ox.QuerySolutions)
        terms = (row["iri"] for row in found)
        return [term.value for term in terms if isinstance(term, ox.NamedNode)]


def _written(name: Any) -> str:  # noqa: ANN401 - a term of the tree
    if isinstance(name, str):
        return f"<{_plain(name)}>"
    return f"{name.prefix or ''}:{name.localname or ''}"


def _plain(iri: str) -> str:
    """An IRI that is not written with escapes. Raises BadInput."""
    if STAND_IN in iri:
        raise BadInput("cannot be read: write a graph's name without escapes")
    return iri
