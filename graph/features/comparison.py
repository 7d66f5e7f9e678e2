"""Where actors agree and where they oppose each other, topic by topic."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.features.latest import taking_sides
from graph.features.positions import Position, positions
from graph.filters import ClaimFilter
from graph.read_model import HasReadModel, ReadModel
from ontology.claim import Topic


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
) -> Comparison:
    """Two actors, each with those who speak for it."""
    scope = wanted or ClaimFilter()
    return _compared(
        (first, _sides(source, first, scope)), (second, _sides(source, second, scope))
    )


def agreements(
    source: ReadModel | HasReadModel,
    actors: Sequence[str],
    wanted: ClaimFilter | None = None,
) -> tuple[Comparison, ...]:
    """Every two of the actors, in the order given."""
    scope = wanted or ClaimFilter()
    found = [(actor, _sides(source, actor, scope)) for actor in actors]
    return tuple(_compared(one, other) for one, other in combinations(found, 2))


_Sides = tuple[str, dict[str, Position]]


def _sides(
    source: ReadModel | HasReadModel, actor: str, scope: ClaimFilter
) -> dict[str, Position]:
    own = ClaimFilter.of(speaker=actor, all_of=(taking_sides(scope),))
    return {each.topic.id: each for each in positions(source, own)}


def _compared(one: _Sides, other: _Sides) -> Comparison:
    (first, here), (second, there) = one, other
    both = sorted(_contrasts(here, there), key=_weight)
    return Comparison(
        first,
        second,
        agree=tuple(each for each in both if each.agree),
        oppose=tuple(each for each in both if not each.agree),
        only_first=tuple(each for id, each in here.items() if id not in there),
        only_second=tuple(each for id, each in there.items() if id not in here),
    )


def _contrasts(
    here: dict[str, Position], there: dict[str, Position]
) -> Iterator[Contrast]:
    for id, position in here.items():
        if id in there:
            yield Contrast(position.topic, position, there[id])


def _weight(contrast: Contrast) -> tuple[int, str]:
    return -min(contrast.first.claims, contrast.second.claims), contrast.topic.id
