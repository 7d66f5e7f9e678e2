"""What the page about an actor shows."""

from dataclasses import dataclass

from api.pages.charts import Chart, charted
from graph.catalogue.agent_list import entry
from graph.curation.curation import AGENTS
from graph.decisions import named
from graph.features.delegates import Delegate, delegates, principals
from graph.features.positions import Position, positions
from graph.features.shifts import Shift, shifts
from graph.features.tracks import Step, tracks
from graph.search.facets import Count, Field, facets
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Claim

MOST_TOPICS = 12
"""Topics on which the actor's position is shown."""

MOST_SHIFTS = 3

NEWEST = 6
"""How many of the newest claims are shown."""


@dataclass(frozen=True)
class Track:
    """The latest claim on a topic, and the way there."""

    position: Position
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class AgentPage:
    """An actor: whom it stands for, what it says, where it stands and stood.

    `own` are the claims that it speaks itself, `claims` those said for it too.
    """

    id: str
    name: str
    kind: str | None
    own: int
    claims: int
    roles: tuple[str, ...]
    principals: tuple[Delegate, ...]
    delegates: tuple[Delegate, ...]
    stances: tuple[Count, ...]
    tracks: tuple[Track, ...]
    chart: Chart
    shifts: tuple[Shift, ...]
    newest: tuple[Claim, ...]


def agent_page(store: Store, written: str) -> AgentPage:
    """The actor of this id or name. Raises NotFound, or BadInput of several."""
    who = named(store, AGENTS, written)
    wanted = ClaimFilter.of(speaker=who.id)
    known = entry(store, who.id)
    page = find(store, wanted, limit=NEWEST)
    return AgentPage(
        id=who.id,
        name=who.name,
        kind=known.kind if known else None,
        own=known.claims if known else 0,
        claims=page.total,
        roles=_roles(store, who.id),
        principals=principals(store, who.id),
        delegates=delegates(store, who.id),
        stances=facets(store, wanted, fields=[Field.STANCE])[Field.STANCE],
        tracks=_tracks(store, wanted),
        chart=charted(store, wanted),
        shifts=shifts(store, wanted, voice=who.id, limit=MOST_SHIFTS),
        newest=page.claims,
    )


def _roles(store: Store, id: str) -> tuple[str, ...]:
    """The titles that the newest articles give the actor, each once."""
    said = find(store, ClaimFilter.of(speaker=id, delegates=False), limit=20).claims
    roles = (each.speaker.role for each in said if each.speaker.id == id)
    return tuple(dict.fromkeys(role for role in roles if role))[:3]


def _tracks(store: Store, wanted: ClaimFilter) -> tuple[Track, ...]:
    found = positions(store, wanted, limit=MOST_TOPICS)
    steps = tracks(store, wanted, [position.topic.id for position in found])
    return tuple(Track(each, steps.get(each.topic.id, ())) for each in found)
