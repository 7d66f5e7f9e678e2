"""Triples: made of plain values, and looked up by subject and predicate."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import TypeAlias, TypeVar

import pyoxigraph as ox

from graph.mapping.terms import AS_GIVEN, DECIMAL, INTEGER

Triple: TypeAlias = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]

Given: TypeAlias = dict[str, list[object]]
"""The lists of one resource whose order its triples do not tell."""

T = TypeVar("T")


def string(
    subject: ox.NamedNode, predicate: ox.NamedNode, value: str | None
) -> list[Triple]:
    """The statement of a text; none of None."""
    return [] if value is None else [(subject, predicate, ox.Literal(value))]


def typed(
    subject: ox.NamedNode,
    predicate: ox.NamedNode,
    value: str | None,
    datatype: ox.NamedNode,
) -> list[Triple]:
    """The statement of a value of this datatype; none of None."""
    return [] if value is None else [(subject, predicate, _literal(value, datatype))]


@lru_cache(maxsize=20_000)
def _literal(value: str, datatype: ox.NamedNode) -> ox.Literal:
    """A value of a kind that comes again and again, such as a day."""
    return ox.Literal(value, datatype=datatype)


def integer(value: int) -> ox.Literal:
    """A number as Oxigraph writes it."""
    return ox.Literal(str(value), datatype=INTEGER)


@lru_cache(maxsize=20_000)
def decimal(value: float) -> ox.Literal:
    """A number as Oxigraph writes it: every digit, no exponent, no idle zeros.

    >>> decimal(1.0).value, decimal(0.93).value, decimal(1e-7).value
    ('1', '0.93', '0.0000001')
    """
    plain = f"{Decimal(repr(abs(value))).normalize():f}"
    return ox.Literal(plain, datatype=DECIMAL)


def as_given(subject: ox.NamedNode, given: Given) -> list[Triple]:
    """The statement of lists in the order given; none where there are none."""
    return string(subject, AS_GIVEN, json.dumps(given) if given else None)


def unnatural(name: str, values: Sequence[object], natural: Sequence[object]) -> Given:
    """The list by its name, if it is not in its natural order."""
    return {} if list(values) == list(natural) else {name: list(values)}


def value(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> str:
    """An IRI or a lexical form. Raises LookupError of a triple term, in no record."""
    if isinstance(term, ox.Triple):
        raise LookupError(f"a triple term is not part of a record: {term}")
    return term.value


def nquads(triples: Iterable[Triple], graph: ox.NamedNode) -> str:
    """The triples in this graph as N-Quads, each once."""
    end = f" {graph} .\n"
    # a list and !s: a generator and plain braces take a fifth longer
    return "".join(dict.fromkeys([f"{s!s} {p!s} {o!s}{end}" for s, p, o in triples]))


class Resources:
    """The triples of a graph by subject and predicate."""

    def __init__(self, triples: Iterable[ox.Quad | ox.Triple]) -> None:
        self._values: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for triple in triples:
            key = (value(triple.subject), triple.predicate.value)
            self._values[key].append(value(triple.object))

    def all(self, subject: str, predicate: ox.NamedNode) -> list[str]:
        """All values, IRIs or lexical forms, in no order."""
        return self._values.get((subject, predicate.value), [])

    def one(self, subject: str, predicate: ox.NamedNode) -> str:
        """The value. Raises LookupError, naming both, where there is none."""
        values = self.all(subject, predicate)
        if not values:
            raise LookupError(f"<{subject}> has no <{predicate.value}>")
        return values[0]

    def maybe(self, subject: str, predicate: ox.NamedNode) -> str | None:
        """The value, or None."""
        return next(iter(self.all(subject, predicate)), None)

    def subjects(self, predicate: ox.NamedNode, value: ox.NamedNode) -> list[str]:
        """The subjects that have this value."""
        return [
            subject
            for (subject, name), values in self._values.items()
            if name == predicate.value and value.value in values
        ]

    def given(self, subject: str) -> Given:
        """The lists in the order given; the pair of `as_given`."""
        text = self.maybe(subject, AS_GIVEN)
        return json.loads(text) if text else {}


def backwards(names: dict[T, ox.NamedNode]) -> dict[str, T]:
    """From IRIs to the values that stand for them."""
    return {term.value: value for value, term in names.items()}
