"""What a graph on a screen shows: nodes, and the claims that join them by month."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.dates import iso
from graph.network.link_rows import LinkRow, link_rows
from graph.network.links import MOST_NODES
from graph.network.neighbourhood import neighbourhood
from graph.network.nodes import Node, key_of, nodes_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import POLARITIES, STANCES
from graph.search.facets import Field, facets
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput, NotFound
from ontology.stances import Polarity, Stance

MOST_DRAWN = 2_000
"""Nodes of one drawing: what a canvas still moves smoothly."""

EACH = 24
"""Of how many speakers and how many topics the drawing of a search consists."""

Months = tuple[int, int, int]
"""First and last month (year * 100 + month, 0: not known), and how many claims."""


@dataclass(frozen=True)
class Bundle:
    """The claims of one role, stance and polarity that join two nodes.

    `start` and `end` are places in the list of nodes; `first` and `last` are days,
    None where no claim has one.
    """

    start: int
    end: int
    role: str
    stance: Stance
    polarity: Polarity
    claims: int
    first: str | None
    last: str | None
    months: tuple[Months, ...]


@dataclass(frozen=True)
class Drawing:
    """Nodes and all bundles among them; `truncated` if there was more to draw.

    `unknown` are nodes that were asked for and are not there.
    """

    nodes: tuple[Node, ...]
    bundles: tuple[Bundle, ...]
    truncated: bool = False
    unknown: tuple[str, ...] = ()


def opening(
    source: ReadModel | HasReadModel,
    centre: str | None,
    wanted: ClaimFilter,
    *,
    most: int = MOST_NODES,
) -> Drawing:
    """The neighbourhood of a node; without one, whom and what the claims are about.

    Raises NotFound for a centre that nobody bears.
    """
    if centre is not None:
        around = neighbourhood(source, centre, wanted, each=most - 1, most=most)
        found = drawing(source, [node.name for node in around.nodes], wanted)
        return Drawing(found.nodes, found.bundles, around.truncated)
    counted = facets(source, wanted, fields=(Field.SPEAKER, Field.TOPIC), top=EACH + 1)
    speakers, topics = counted[Field.SPEAKER], counted[Field.TOPIC]
    each = min(EACH, most // 2)
    names = [
        *(f"agent:{count.value}" for count in speakers[:each]),
        *(f"topic:{count.value}" for count in topics[:each]),
    ]
    joined = _joined(drawing(source, names, wanted))
    more = max(len(speakers), len(topics)) > each
    return Drawing(joined.nodes, joined.bundles, more)


def _joined(found: Drawing) -> Drawing:
    """Without nodes that nothing joins to others."""
    ends = {end for each in found.bundles for end in (each.start, each.end)}
    places = {place: number for number, place in enumerate(sorted(ends))}
    bundles = (
        replace(each, start=places[each.start], end=places[each.end])
        for each in found.bundles
    )
    return Drawing(tuple(found.nodes[place] for place in places), tuple(bundles))


def drawing(
    source: ReadModel | HasReadModel, names: Sequence[str], wanted: ClaimFilter
) -> Drawing:
    """These nodes, in this order, and the claims among them."""
    if len(names) > MOST_DRAWN:
        raise BadInput(f"at most {MOST_DRAWN} nodes are drawn, not {len(names)}")
    model = read_model_of(source)
    with model.reading() as db:
        keys: dict[int, int] = {}
        unknown = []
        for name in names:
            try:
                keys.setdefault(key_of(db, name), len(keys))
            except NotFound:
                unknown.append(name)
        nodes = nodes_by_key(db, keys)
        rows = link_rows(model, db, keys, wanted, by_month=True)
    found = tuple(nodes[key] for key in keys)
    return Drawing(found, _bundles(rows, keys), unknown=tuple(unknown))


def _bundles(rows: Iterable[LinkRow], places: dict[int, int]) -> tuple[Bundle, ...]:
    """Rows of the same ends, role, stance and polarity, put together; most first."""
    together: dict[tuple[Any, ...], list[LinkRow]] = {}
    for row in rows:
        together.setdefault(row[:5], []).append(row)
    found = (
        Bundle(
            places[start],
            places[end],
            role,
            STANCES[stance],
            POLARITIES[polarity],
            sum(row.claims for row in several),
            iso(min((row.first for row in several if row.first), default=0)),
            iso(max(row.last for row in several)),
            tuple(sorted((row.since, row.until, row.claims) for row in several)),
        )
        for (start, end, role, stance, polarity), several in together.items()
    )
    return tuple(sorted(found, key=lambda each: (-each.claims, each.start, each.end)))
