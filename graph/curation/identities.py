"""What each name stands for: the identifications of agents, or topics, put to use."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from graph.curation.identification import Identification, Named

Bearer = tuple[str, str | None]
"""An id as one article uses it; as all use it where that is None."""


@dataclass(frozen=True)
class Identities:
    """What ids stand for. A person's decision goes before a finding of the step.

    Of several persons' decisions on one pair, the latest counts.
    """

    all: tuple[Identification, ...] = ()
    decided: dict[Bearer, Named] = field(default_factory=dict)
    found: dict[Bearer, Named] = field(default_factory=dict)
    apart: frozenset[tuple[Bearer, str]] = frozenset()

    @classmethod
    def of(cls, identifications: Iterable[Identification]) -> "Identities":
        """What these identifications come to."""
        given = tuple(identifications)
        latest = {_pair(each): each for each in given if each.decided}
        decided = {
            bearer: each.other
            for each in latest.values()
            if each.same
            for bearer in _bearers(each)
        }
        found = {
            bearer: each.other
            for each in given
            if each.same and not each.decided
            for bearer in _bearers(each)
        }
        apart = (each for each in latest.values() if not each.same)
        pairs = (pair for each in apart for pair in _apart(each))
        return cls(given, decided, found, frozenset(pairs))

    def of_name(self, id: str, article: str | None = None) -> Named | None:
        """What an id in an article stands for; None where it stands for itself."""
        at, seen = id, {id}
        meant: Named | None = None
        while step := self._next(id, at, article):
            if step.id in seen:  # decisions may go round in a circle
                break
            seen.add(step.id)
            at, meant = step.id, step
        if article is not None and ((id, article), at) in self.apart:
            return Named(f"{id}-{article[:8]}", meant.name if meant else "")
        return meant

    def _next(self, id: str, at: str, article: str | None) -> Named | None:
        for known in (self.decided, self.found):
            for where in (article, None):
                step = known.get((at, where))
                if step and not self._is_apart(id, at, article, step.id):
                    return step
        return None

    def _is_apart(self, id: str, at: str, article: str | None, other: str) -> bool:
        return any(
            ((each, where), other) in self.apart
            for each in (id, at)
            for where in (article, None)
        )

    def names(self) -> Iterator[tuple[Named, Named]]:
        """Each name with what it stands for, in some article or in all."""
        for each in self.all:
            for article in each.articles or (None,):
                meant = self.of_name(each.one.id, article)
                if meant:
                    yield each.one, meant

    def changed(self, other: "Identities") -> tuple[set[str], set[str]]:
        """Ids that may mean something else there, and articles where some do."""
        here, there = set(self.found.items()), set(other.found.items())
        differing = {bearer for bearer, _ in here ^ there}
        articles = {article for _, article in differing if article}
        ids = {id for id, article in differing if article is None}
        decisions = [
            {each for each in side.all if each.decided} for side in (self, other)
        ]
        for each in decisions[0] ^ decisions[1]:
            ids |= {each.one.id, each.other.id}
        return with_followers(ids, (*self.all, *other.all)), articles


def with_followers(
    ids: set[str], identifications: Iterable[Identification]
) -> set[str]:
    """The ids and all that may stand for them."""
    links = {(each.one.id, each.other.id) for each in identifications}
    found, size = set(ids), -1
    while len(found) != size:
        size = len(found)
        found |= {one for one, other in links if other in found}
    return found


def _bearers(found: Identification) -> Iterator[Bearer]:
    for article in found.articles or (None,):
        yield found.one.id, article


def _pair(found: Identification) -> tuple[frozenset[str], tuple[str, ...]]:
    return frozenset({found.one.id, found.other.id}), found.articles


def _apart(found: Identification) -> Iterator[tuple[Bearer, str]]:
    for id, article in _bearers(found):
        yield (id, article), found.other.id
        if article is None:
            yield (found.other.id, None), id
