"""Entities, types and properties whose names go on as somebody types."""

from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict

from api.reconciliation.entities import AGENT, TOPIC, Reference
from api.reconciliation.queries import described
from graph.search.suggestions import Suggestion, suggestions
from graph.store import Store

SUGGESTED = 10
"""Entities that are suggested at once."""


class Suggested(BaseModel):
    """An entity, a type or a property that goes on as was typed."""

    model_config = ConfigDict(frozen=True)

    id: str
    name: str
    description: str = ""
    notable: tuple[Reference, ...] = ()


class SuggestResponse(BaseModel):
    """What goes on as was typed, the best first."""

    model_config = ConfigDict(frozen=True)

    result: tuple[Suggested, ...]


def entities(store: Store, prefix: str, cursor: int) -> SuggestResponse:
    """Agents and topics, those with most claims first, without the first ones."""
    found = suggestions(store, prefix, limit=cursor + SUGGESTED)
    several = [(AGENT, each) for each in found.agents]
    several += [(TOPIC, each) for each in found.topics]
    several.sort(key=lambda pair: -pair[1].claims)
    page = several[cursor : cursor + SUGGESTED]
    return SuggestResponse(result=tuple(_entity(*each) for each in page))


def _entity(sort: Reference, found: Suggestion) -> Suggested:
    return Suggested(
        id=f"{sort.id}/{found.id}",
        name=found.label,
        description=described(found.kind, found.claims),
        notable=(sort,),
    )


def references(
    several: Sequence[Reference], prefix: str, cursor: int
) -> SuggestResponse:
    """Those of several with a word that goes on so, without the first ones."""
    found = (each for each in several if _goes_on(each.name, prefix.casefold()))
    result = tuple(Suggested(id=each.id, name=each.name) for each in found)
    return SuggestResponse(result=result[cursor:])


def _goes_on(name: str, begun: str) -> bool:
    """Whether a name, or one from a later word of it on, begins so."""
    words = name.casefold().split()
    return any(" ".join(words[at:]).startswith(begun) for at in range(len(words)))
