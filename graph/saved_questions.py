"""Saved questions: SPARQL files with a title, a comment and parameters.

A file is a query that runs as it stands. A parameter is a `VALUES ?name { UNDEF }`,
which restricts nothing until a value is put in its place.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import pyoxigraph as ox

from graph.dates import first_day, iso, last_day
from graph.mapping.iris import Iris
from graph.mapping.terms import DATE, DECIMAL, MONTH_DAY
from graph.read_model.model import ReadModel
from graph.search.filters import month_day_number
from graph.search.names import owners
from ontology.errors import BadInput, NotFound, UnknownTerm

FOLDER = Path(__file__).with_name("questions")

_HEADER = re.compile(r"# (title|comment|parameter \?(\w+) ([\w-]+)): (.+)")


class Kind(StrEnum):
    """What a parameter takes."""

    AGENT = "agent"
    TOPIC = "topic"
    CLAIM = "claim"
    DAY = "day"
    MONTH_DAY = "month-day"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True)
class Parameter:
    """Something that a question may be restricted by."""

    name: str
    kind: Kind
    comment: str


@dataclass(frozen=True)
class Question:
    """A saved question; `name` is its file's."""

    name: str
    title: str
    comment: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> Mapping[str, Question]:
    """All saved questions by name."""
    return {path.stem: _read(path) for path in sorted(FOLDER.glob("*.rq"))}


def question(name: str) -> Question:
    """The question of this name. Raises UnknownTerm, naming those there are."""
    found = questions().get(name)
    if found is None:
        raise UnknownTerm("question", name, questions())
    return found


def sparql(
    asked: Question,
    values: Mapping[str, Sequence[str]],
    model: ReadModel,
    iris: Iris,
) -> str:
    """The query with values in the place of parameters; agents and topics by name.

    Raises UnknownTerm for a parameter that the question lacks, NotFound for a name
    that nobody and nothing bears, BadInput for a value of another kind.
    """
    known = {parameter.name: parameter for parameter in asked.parameters}
    query = asked.sparql
    for name, given in values.items():
        if name not in known:
            raise UnknownTerm("parameter", name, known)
        terms = [
            str(term)
            for value in given
            for term in _terms(known[name], value, model, iris)
        ]
        listed = f"VALUES ?{name} {{ {' '.join(terms)} }}"
        query = query.replace(f"VALUES ?{name} {{ UNDEF }}", listed)
    return query


def _terms(
    parameter: Parameter, value: str, model: ReadModel, iris: Iris
) -> list[ox.NamedNode | ox.Literal]:
    name, kind = parameter.name, parameter.kind
    if kind in (Kind.AGENT, Kind.TOPIC):
        return [*_named(kind, value, model, iris)]
    if kind is Kind.CLAIM:
        return [iris.claim(value)]
    if kind is Kind.DAY:
        bound = last_day if name == "until" else first_day
        return [ox.Literal(iso(bound(name, value)) or "", datatype=DATE)]
    if kind is Kind.MONTH_DAY:
        month, day = divmod(month_day_number(value), 100)
        return [ox.Literal(f"--{month:02}-{day:02}", datatype=MONTH_DAY)]
    if kind is Kind.NUMBER:
        return [_number(name, value)]
    return [ox.Literal(value)]


def _named(kind: Kind, value: str, model: ReadModel, iris: Iris) -> list[ox.NamedNode]:
    with model.reading() as db:
        found = owners(db, kind, value)
    if not found:
        raise NotFound(f"no {kind} is called {value!r}")
    make = iris.agent if kind is Kind.AGENT else iris.topic
    return [make(id) for id in found]


def _number(name: str, value: str) -> ox.Literal:
    if not re.fullmatch(r"\d+(\.\d+)?", value):
        raise BadInput(f"{name}: {value!r} is not a number, such as 0.6")
    return ox.Literal(value, datatype=DECIMAL)


def _read(path: Path) -> Question:
    text = path.read_text(encoding="utf-8")
    title, comments, parameters = path.stem, [], []
    for kind, name, takes, said in _HEADER.findall(text):
        if kind == "title":
            title = said
        elif kind == "comment":
            comments.append(said)
        else:
            parameters.append(Parameter(name, Kind(takes), said))
    return Question(path.stem, title, " ".join(comments), tuple(parameters), text)
