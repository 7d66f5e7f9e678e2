"""Where actors agree and where they oppose each other, topic by topic."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.features.latest import Group, latest, taking_sides
from graph.features.lookup import claims_by_key, topics_by_key
from graph.features.positions import Position
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from ontology.claim import Topic
from ontology.errors import BadInput
from ontology.ids import slug


@dataclass(frozen=True)
class Contrast:
    """Two actors' latest claims for or against one topic."""

    topic: Topic
    first: Position
    second: Position

    @property
    def agree(self) -> bool:
        """Whether both are on the same side."""
        return self.first.claim.polarity is self.second.claim.polarity


@dataclass(frozen=True)
class Comparison:
    """Two actors side by side; topics that both spoke on most come first."""

    first: str
    second: str
    agree: tuple[Contrast, ...]
    oppose: tuple[Contrast, ...]
    only_first: tuple[Position, ...]
    only_second: tuple[Position, ...]


def compare(
    source: ReadModel | HasReadModel,
    first: str,
    second: str,
    wanted: ClaimFilter | None = None,
    *,
    limit: int = 50,
) -> Comparison:
    """Two actors, each with those who speak for it.

    At most `limit` topics that both spoke on, and as many of each alone.
    Raises BadInput where both are the same.
    """
    if slug(first) == slug(second):
        raise BadInput(f"second: {second!r} is the first as well; accepted: another")
    return agreements(source, (first, second), wanted, limit=limit)[0]


def agreements(
    source: ReadModel | HasReadModel,
    actors: Sequence[str],
    wanted: ClaimFilter | None = None,
    *,
    limit: int = 50,
) -> tuple[Comparison, ...]:
    """Every two of the actors, in the order given.

    Raises BadInput for fewer than two, or for one that is named again.
    """
    if len({slug(actor) for actor in actors}) < max(2, len(actors)):
        raise BadInput("two or more are compared, each named once")
    scope = taking_sides(wanted or ClaimFilter())
    model = read_model_of(source)
    with model.reading() as db:
        found = [(actor, _sides(model, db, actor, scope)) for actor in actors]
        return tuple(
            _compared(model, db, one, other, limit)
            for one, other in combinations(found, 2)
        )


_Side = tuple[int, int]
"""The latest claim's key, and how many claims there are."""

_Sides = tuple[str, dict[int, _Side]]
"""An actor with its side on each topic, the topics with most claims first."""


def _sides(
    model: ReadModel, db: sqlite3.Connection, actor: str, scope: ClaimFilter
) -> dict[int, _Side]:
    own = ClaimFilter.of(speaker=actor, all_of=(scope,))
    found = latest(model, db, own, Group.TOPIC)
    return {topic: (claim, claims) for topic, claim, claims in found}


def _compared(
    model: ReadModel, db: sqlite3.Connection, one: _Sides, other: _Sides, limit: int
) -> Comparison:
    (first, here), (second, there) = one, other
    shared = [topic for topic in here if topic in there]
    shared.sort(key=lambda topic: (-min(here[topic][1], there[topic][1]), topic))
    both = shared[:limit]
    alone = [topic for topic in here if topic not in there][:limit]
    apart = [topic for topic in there if topic not in here][:limit]
    topics = topics_by_key(db, (*both, *alone, *apart))
    mine = _positions(model, topics, here, (*both, *alone))
    theirs = _positions(model, topics, there, (*both, *apart))
    contrasts = [Contrast(topics[it], mine[it], theirs[it]) for it in both]
    return Comparison(
        first,
        second,
        agree=tuple(each for each in contrasts if each.agree),
        oppose=tuple(each for each in contrasts if not each.agree),
        only_first=tuple(mine[topic] for topic in alone),
        only_second=tuple(theirs[topic] for topic in apart),
    )


def _positions(
    model: ReadModel,
    topics: dict[int, Topic],
    sides: dict[int, _Side],
    wanted: Iterable[int],
) -> dict[int, Position]:
    keys = list(wanted)
    claims = claims_by_key(model, (sides[topic][0] for topic in keys))
    return {
        topic: Position(topics[topic], claims[sides[topic][0]], sides[topic][1])
        for topic in keys
    }
