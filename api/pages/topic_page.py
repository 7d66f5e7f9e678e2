"""What the page about a topic shows."""

from dataclasses import dataclass

from api.pages.charts import Chart, charted
from graph.catalogue.topic_list import topic, topics_of
from graph.features.shifts import Shift, shifts
from graph.features.sides import Sides, sides
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Claim

NEWEST = 6
"""How many of the newest claims are shown."""

MOST_SHIFTS = 3


@dataclass(frozen=True)
class Near:
    """A broader or a narrower topic; `claims` are those on itself."""

    id: str
    label: str
    claims: int


@dataclass(frozen=True)
class TopicPage:
    """A topic: who is for it and who against, since when; what lies above and below.

    `claims` are those on the topic and all narrower ones.
    """

    id: str
    label: str
    alt_labels: tuple[str, ...]
    broader: tuple[Near, ...]
    narrower: tuple[Near, ...]
    claims: int
    sides: Sides
    chart: Chart
    shifts: tuple[Shift, ...]
    newest: tuple[Claim, ...]


def topic_page(store: Store, written: str) -> TopicPage:
    """The topic of this id or name. Raises NotFound, or BadInput of several."""
    found = topic(store, written)
    wanted = ClaimFilter.of(topic=found.topic.id)
    page = find(store, wanted, limit=NEWEST)
    return TopicPage(
        id=found.topic.id,
        label=found.topic.label,
        alt_labels=found.alt_labels,
        broader=_near(store, found.topic.broader),
        narrower=_near(store, found.narrower),
        claims=page.total,
        sides=sides(store, wanted),
        chart=charted(store, wanted, sides=True),
        shifts=shifts(store, wanted, limit=MOST_SHIFTS),
        newest=page.claims,
    )


def _near(store: Store, ids: tuple[str, ...]) -> tuple[Near, ...]:
    """These topics, most claims first."""
    found = topics_of(store, ids)
    return tuple(Near(each.id, each.label, each.claims) for each in found)
