"""Results of SPARQL as the query page shows them."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from api.sparql.endpoint import Results
from graph.mapping.iris import Iris, local
from graph.mapping.terms import PREFIXES

_SIMPLE = re.compile(r"\w[\w-]*")
"""What may follow a prefix as it is (SPARQL 1.1, PN_LOCAL has more)."""


@dataclass(frozen=True)
class Cell:
    """A term: its text, the page here about it if it has one, and its IRI if it is
    written by a prefix."""

    text: str
    address: str | None = None
    iri: str | None = None


@dataclass(frozen=True)
class Shown:
    """A table, the answer yes or no, or triples as text: one of the three."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    answer: bool | None = None
    triples: str | None = None
    truncated: bool = False


def shown(results: Results, iris: Iris) -> Shown:
    """Results in JSON, or triples in Turtle."""
    if "json" not in results.media_type:
        text = results.body.decode()
        return Shown(triples=text, truncated=results.truncated)
    document = json.loads(results.body)
    if "boolean" in document:
        return Shown(answer=document["boolean"])
    columns = tuple(document["head"]["vars"])
    topics = {iri: id for id, iri in iris.topics.items()}
    rows = tuple(
        tuple(_cell(row.get(name), iris.base, topics) for name in columns)
        for row in document["results"]["bindings"]
    )
    return Shown(columns, rows, truncated=results.truncated)


def _cell(term: dict[str, Any] | None, base: str, topics: Mapping[str, str]) -> Cell:
    if term is None:
        return Cell("")
    value = str(term["value"])
    if term["type"] != "uri":
        return Cell(value)
    if value in topics:
        return Cell(topics[value], f"/topic/{topics[value]}")
    if not value.startswith(base):
        return _elsewhere(value)
    path = value.removeprefix(base)
    return Cell(local(value), f"/{path.partition('#')[0]}")


def _elsewhere(iri: str) -> Cell:
    """What is no data of ours: by one of the prefixes that queries have, if it can."""
    for name, start in PREFIXES.items():
        if iri.startswith(start) and _SIMPLE.fullmatch(iri.removeprefix(start)):
            return Cell(f"{name}:{iri.removeprefix(start)}", iri=iri)
    return Cell(iri)
