"""Queries of the service: which entities a cell of a table may mean."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from api.reconciliation.entities import AGENT, TOPIC, Reference, sorts, types
from api.reconciliation.properties import PROPERTIES, Value, row
from api.reconciliation.reading import read
from api.showing.plural import plural
from graph.search.name_matching import Candidate, candidates, similarity
from graph.store import Store
from ontology.errors import BadInput

MOST_QUERIES = 100
"""Queries of one batch; OpenRefine sends ten."""

MOST_CANDIDATES = 50

DEFAULT_CANDIDATES = 10

WEIGHT = 0.3
"""What properties count in a score, where a query brings some."""


class Given(BaseModel):
    """A property with the value, or values, that the entity should have."""

    model_config = ConfigDict(frozen=True)

    pid: str
    v: Any


class Query(BaseModel):
    """One query: the text of a cell, and what is known besides."""

    model_config = ConfigDict(frozen=True)

    query: str = Field("", max_length=1000)
    type: str | None = None
    limit: Annotated[int, Field(ge=1)] | None = None
    properties: tuple[Given, ...] = ()
    type_strict: str | None = None


class Feature(BaseModel):
    """What a score is made of."""

    model_config = ConfigDict(frozen=True)

    id: str
    value: float | bool


class Match(BaseModel):
    """An entity that may be meant; `match` if there can be little doubt."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    description: str
    type: tuple[Reference, ...]
    score: float
    match: bool
    features: tuple[Feature, ...]


class Matches(BaseModel):
    """The entities that may be meant, the best first."""

    model_config = ConfigDict(frozen=True)

    result: tuple[Match, ...]


_BATCH = TypeAdapter(dict[str, Query])


def batch(text: str) -> dict[str, Query]:
    """The queries of a batch, by the names that the answers bear. Raises BadInput."""
    found = read(_BATCH, text, "queries: not a batch of queries")
    if len(found) > MOST_QUERIES:
        raise BadInput(f"queries: {len(found)} at once; accepted: {MOST_QUERIES}")
    return found


def matches(store: Store, asked: Query) -> Matches:
    """What a query may mean. Raises UnknownTerm for a type that there is not."""
    found = candidates(store, asked.query, sorts=sorts(asked.type))
    kind = None if asked.type in (None, AGENT.id, TOPIC.id) else asked.type
    wanted = [each for each in found if kind in (None, each.kind)]
    limit = min(asked.limit or DEFAULT_CANDIDATES, MOST_CANDIDATES)
    scored = [(each, _score(store, each, asked)) for each in wanted[:MOST_CANDIDATES]]
    scored.sort(key=lambda pair: -pair[1])
    certain = sum(each.exact for each in wanted) == 1
    return Matches(
        result=tuple(
            _match(each, score, certain=certain) for each, score in scored[:limit]
        )
    )


def described(kind: str | None, claims: int) -> str:
    """A few words that tell an entity from its namesakes.

    >>> described("country", 1)
    'country, 1 claim'
    """
    counted = plural(claims, "claim")
    return f"{kind}, {counted}" if kind else counted


def _match(found: Candidate, score: float, *, certain: bool) -> Match:
    return Match(
        id=f"{found.sort}/{found.id}",
        name=found.name,
        description=described(found.kind, found.claims),
        type=types(found.sort, found.kind),
        score=score,
        match=certain and found.exact,
        features=(
            Feature(id="name_similarity", value=found.score),
            Feature(id="exact_name", value=found.exact),
        ),
    )


def _score(store: Store, found: Candidate, asked: Query) -> float:
    """The likeness of the names, and of the properties that there are."""
    given = {each.pid: each.v for each in asked.properties if each.pid in PROPERTIES}
    if not given:
        return found.score
    values = row(store, f"{found.sort}/{found.id}", tuple(given))
    likeness = [_likeness(value, values[pid]) for pid, value in given.items()]
    share = sum(likeness) / len(likeness)
    return round((1 - WEIGHT) * found.score + WEIGHT * share, 1)


def _likeness(given: object, values: list[Value]) -> float:
    """How alike the best of the given values is to the best of the entity's."""
    wanted = given if isinstance(given, list) else [given]
    pairs = [(_text(one), _text(other)) for one in wanted for other in values]
    return max((similarity(*pair) for pair in pairs), default=0.0)


def _text(value: object) -> str:
    if isinstance(value, Mapping):
        return str(value.get("name") or next(iter(value.values()), ""))
    return str(value)
