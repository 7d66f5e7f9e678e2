"""What the service can say of an entity, as new columns of a table."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from api.reconciliation.entities import AGENT, TOPIC, Place, Reference, place
from graph.catalogue.profiles import kind_of
from graph.catalogue.topic_list import topic, topics_of
from graph.curation.curation import AGENTS, TOPICS
from graph.decisions import named
from graph.features.delegates import principals
from graph.search.filters import ClaimFilter
from graph.search.query import Order, find
from graph.store import Store
from ontology.errors import BadInput, NotFound, UnknownTerm

Value: TypeAlias = dict[str, str | int]
"""`{"str": …}`, `{"int": …}`, `{"date": …}`, or an entity `{"id": …, "name": …}`."""

Row: TypeAlias = dict[str, list[Value]]


@dataclass(frozen=True)
class Property:
    """A column: its name, of what it is told, and where its values come from."""

    name: str
    types: tuple[str, ...]
    values: Callable[[Store, Place], Iterator[Value]]


def _claims(store: Store, of: Place) -> Iterator[Value]:
    yield {"int": find(store, _own(of), limit=1).total}


def _kind(store: Store, of: Place) -> Iterator[Value]:
    kind = kind_of(store, of.id)
    if kind:
        yield {"str": kind}


def _represents(store: Store, of: Place) -> Iterator[Value]:
    for each in principals(store, of.id):
        yield {"id": f"agent/{each.agent.id}", "name": each.agent.name}


def _broader(store: Store, of: Place) -> Iterator[Value]:
    for each in topics_of(store, topic(store, of.id).topic.broader):
        yield {"id": f"topic/{each.id}", "name": each.label}


def _narrower(store: Store, of: Place) -> Iterator[Value]:
    for each in topics_of(store, topic(store, of.id).narrower):
        yield {"id": f"topic/{each.id}", "name": each.label}


def _first(store: Store, of: Place) -> Iterator[Value]:
    for claim in find(store, _own(of), order=Order.OLDEST, limit=1).claims:
        if claim.date.earliest:
            yield {"date": claim.date.earliest}


def _last(store: Store, of: Place) -> Iterator[Value]:
    for claim in find(store, _own(of), order=Order.NEWEST, limit=1).claims:
        if claim.date.latest:
            yield {"date": claim.date.latest}


_BOTH = (AGENT.id, TOPIC.id)

PROPERTIES = {
    "claims": Property("Number of claims", _BOTH, _claims),
    "first": Property("First claim", _BOTH, _first),
    "last": Property("Latest claim", _BOTH, _last),
    "kind": Property("Kind of agent", (AGENT.id,), _kind),
    "represents": Property("Speaks for", (AGENT.id,), _represents),
    "broader": Property("Broader topic", (TOPIC.id,), _broader),
    "narrower": Property("Narrower topic", (TOPIC.id,), _narrower),
}
"""The columns by their ids."""


def proposed(type: str | None) -> tuple[Reference, ...]:
    """The properties that entities of a type can have; of no type, all."""
    sort = type if type in (None, TOPIC.id) else AGENT.id
    return tuple(
        Reference(id=id, name=each.name)
        for id, each in PROPERTIES.items()
        if sort is None or sort in each.types
    )


def checked(ids: Sequence[str]) -> tuple[str, ...]:
    """The ids of properties. Raises UnknownTerm for one that there is not."""
    for id in ids:
        if id not in PROPERTIES:
            raise UnknownTerm("properties", id, PROPERTIES)
    return tuple(dict.fromkeys(ids))


def row(store: Store, entity: str, ids: Sequence[str]) -> Row:
    """The values of the properties; none of what is not there, or not of its type."""
    found = _place(store, entity)
    return {
        id: list(PROPERTIES[id].values(store, found))
        if found and found.sort in PROPERTIES[id].types
        else []
        for id in ids
    }


def _place(store: Store, entity: str) -> Place | None:
    try:
        found = place(entity)
        kind = AGENTS if found.sort == AGENT.id else TOPICS
        known = named(store, kind, found.id)
    except (NotFound, BadInput):  # no such id, or the name of several
        return None
    return Place(found.sort, known.id)


def _own(of: Place) -> ClaimFilter:
    """The claims of an entity, those of its delegates and narrower topics too."""
    field = "speaker" if of.sort == AGENT.id else "topic"
    return ClaimFilter.of(**{field: of.id})
