"""Ways through a graph: pure search, over whatever says who neighbours whom.

None of these tries all simple paths: on a graph of a hundred thousand edges that
takes seconds at three hops. The search for a route is from both ends, more routes
are deviations from those found (Yen, 1971), and all routes of up to three hops are
found by meeting in the middle.
"""

import time
from collections.abc import Callable, Iterator, Set

Route = tuple[int, ...]
"""Nodes from start to end."""

Neighbours = Callable[[int, bool], Set[int]]
"""The nodes one hop on from a node; `True`: one hop back. They are put together as
sets, without a step in Python for each: a hub has tens of thousands."""

_NONE: frozenset[int] = frozenset()


class Late(Exception):
    """The deadline has passed."""


class Deadline:
    """A moment after which a search stops."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        """Raise Late if the moment has passed."""
        if time.monotonic() > self._end:
            raise Late


def shortest(
    neighbours: Neighbours,
    start: int,
    end: int,
    hops: int,
    deadline: Deadline,
    *,
    barred: Set[int] = _NONE,
    taken: Set[int] = _NONE,
) -> Route | None:
    """A route with the fewest hops, at most `hops`; None where there is none.

    It enters none of the nodes `barred`, and its first hop leads to none of `taken`.
    """
    if start == end:
        return (start,)
    ahead, behind = [{start}], [{end}]
    for _ in range(hops):
        deadline.check()
        # from the start first: what is taken is then out of the way
        back = len(ahead) > 1 and len(behind[-1]) < len(ahead[-1])
        layers, others = (behind, ahead) if back else (ahead, behind)
        left = _without(neighbours, start, taken) if len(ahead) == 1 else neighbours
        met = _met(left, layers[-1], others[-1], back, deadline)
        if met:
            first, last = reversed(met) if back else met
            way = _trail(neighbours, ahead, first, True)
            return (*reversed(way), *_trail(neighbours, behind, last, False))
        near = (left(node, back) for node in layers[-1])
        layers.append(set().union(*near).difference({start, end}, barred, *layers[1:]))
        if not layers[-1]:
            return None
    return None


def _without(neighbours: Neighbours, start: int, taken: Set[int]) -> Neighbours:
    """The first hops from the start, but for those taken."""
    if not taken:
        return neighbours
    left = set(neighbours(start, False)).difference(taken)
    return lambda node, back: left


def _met(
    neighbours: Neighbours,
    fringe: Set[int],
    others: Set[int],
    back: bool,
    deadline: Deadline,
) -> tuple[int, int] | None:
    """A node of a fringe with a neighbour among the others, if there are such."""
    for node in fringe:
        deadline.check()
        if met := neighbours(node, back) & others:
            return node, _earliest(met)
    return None


def _earliest(nodes: Set[int]) -> int:
    """One and the same of several, whatever their order: keys rise as nodes arrive,
    and those of topics are below zero."""
    return min(nodes, key=abs)


def _trail(
    neighbours: Neighbours, layers: list[set[int]], node: int, back: bool
) -> list[int]:
    """The nodes from one in the last of these layers to the only one in the first."""
    trail = [node]
    for layer in reversed(layers[:-1]):
        trail.append(_earliest(neighbours(trail[-1], back) & layer))
    return trail


def k_shortest(
    neighbours: Neighbours, start: int, end: int, hops: int, deadline: Deadline
) -> Iterator[Route]:
    """Routes without loops, the shortest first (Yen, Management Science 17, 1971)."""
    first = shortest(neighbours, start, end, hops, deadline)
    found: list[Route] = []
    waiting = {first} if first else set()
    while waiting:
        best = min(waiting, key=lambda route: (len(route), route))
        waiting.remove(best)
        found.append(best)
        yield best
        waiting |= set(_deviations(neighbours, best, found, hops, deadline))


def _deviations(
    neighbours: Neighbours,
    route: Route,
    found: list[Route],
    hops: int,
    deadline: Deadline,
) -> Iterator[Route]:
    for place in range(len(route) - 1):
        root = route[: place + 1]
        taken = {other[place + 1] for other in found if other[: place + 1] == root}
        spur = shortest(
            neighbours,
            route[place],
            route[-1],
            hops - place,
            deadline,
            barred=set(root[:-1]),
            taken=taken,
        )
        if spur:
            yield (*root[:-1], *spur)


def all_up_to_three(
    neighbours: Neighbours, start: int, end: int, hops: int, deadline: Deadline
) -> Iterator[Route]:
    """Every route of up to `hops` (at most three) hops: the shortest first, and those
    of one length in the order of their nodes."""
    after = set(neighbours(start, False)) - {start}
    before = set(neighbours(end, True)) - {end}
    if end in after:
        yield start, end
    after, before = after - {end}, before - {start}
    if hops >= 2:
        for middle in sorted(after & before):
            yield start, middle, end
    if hops < 3:
        return
    for first in sorted(after):
        deadline.check()
        for second in sorted(neighbours(first, False) & before):
            if second != first:
                yield start, first, second, end
