"""Agents and topics as the entities of the service: `agent/ID`, `topic/ID`."""

from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict

from ontology.claim import AgentKind
from ontology.errors import BadInput, UnknownTerm


class Reference(BaseModel):
    """Something with an id and a name: a type, a property, an entity."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str


AGENT, TOPIC = Reference(id="agent", name="Agent"), Reference(id="topic", name="Topic")

TYPES = (AGENT, TOPIC, *(Reference(id=kind, name=kind.title()) for kind in AgentKind))
"""The types of entities; the kinds of agents are types too."""

NAMES = {each.id: each for each in TYPES}


@dataclass(frozen=True)
class Place:
    """Where an entity is found: `sort` is agent or topic."""

    sort: str
    id: str

    @property
    def entity(self) -> str:
        """The id of the entity; the address of its page too."""
        return f"{self.sort}/{self.id}"


def place(entity: str) -> Place:
    """The place of an entity. Raises BadInput for an id that is none.

    >>> place("agent/ana-brandt")
    Place(sort='agent', id='ana-brandt')
    """
    sort, _, id = entity.partition("/")
    if sort not in ("agent", "topic") or not id:
        raise BadInput(f"id: {entity!r} is not accepted; accepted: agent/ID, topic/ID")
    return Place(sort, id)


def types(sort: str, kind: str | None) -> tuple[Reference, ...]:
    """The types of an entity, the most special first."""
    special = (NAMES[kind],) if kind in NAMES else ()
    return (*special, NAMES[sort])


def sorts(type: str | None) -> tuple[str, ...]:
    """The sorts among which a type is sought. Raises UnknownTerm."""
    if type is None:
        return ("agent", "topic")
    if type not in NAMES:
        raise UnknownTerm("type", type, NAMES)
    return ("topic",) if type == TOPIC.id else ("agent",)
