"""Ways through a graph: pure search, over whatever says who neighbours whom.

None of these tries all simple paths: on a graph of a hundred thousand edges that
takes seconds at three hops. The search for a route is from both ends, more routes
are deviations from those found (Yen, 1971), and all routes of up to three hops are
found by meeting in the middle.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from itertools import count

Route = tuple[int, ...]
"""Nodes from start to end."""

Neighbours = Callable[[int, bool], Iterable[int]]
"""The nodes one hop on from a node; `True`: one hop back."""


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
    neighbours: Neighbours, start: int, end: int, hops: int, deadline: Deadline
) -> Route | None:
    """A route with the fewest hops, at most `hops`; None where there is none."""
    if start == end:
        return (start,)
    ahead: dict[int, int] = {start: start}
    behind: dict[int, int] = {end: end}
    fringes = ([start], [end])
    for _ in range(hops):
        deadline.check()
        back = len(fringes[1]) < len(fringes[0])
        seen, others = (behind, ahead) if back else (ahead, behind)
        fringe, met = _expanded(neighbours, fringes[back], seen, others, back)
        if met is not None:
            return (*reversed(_trail(ahead, met)), *_trail(behind, met)[1:])
        if not fringe:
            return None
        fringes = (fringes[0], fringe) if back else (fringe, fringes[1])
    return None


def _expanded(
    neighbours: Neighbours,
    fringe: list[int],
    seen: dict[int, int],
    others: dict[int, int],
    back: bool,
) -> tuple[list[int], int | None]:
    """The next fringe, and the node where both searches meet, if they do."""
    found: list[int] = []
    for node in fringe:
        for other in neighbours(node, back):
            if other in seen:
                continue
            seen[other] = node
            if other in others:
                return found, other
            found.append(other)
    return found, None


def _trail(parents: dict[int, int], node: int) -> list[int]:
    """The nodes from one met to where its search began."""
    trail = [node]
    while parents[trail[-1]] != trail[-1]:
        trail.append(parents[trail[-1]])
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
        narrowed = _without(neighbours, set(root[:-1]), root[-1], taken)
        spur = shortest(narrowed, root[-1], route[-1], hops - place, deadline)
        if spur:
            yield (*root[:-1], *spur)


def _without(
    neighbours: Neighbours, nodes: set[int], spur: int, taken: set[int]
) -> Neighbours:
    """The same graph without some nodes, and without some hops from the spur."""

    def narrowed(node: int, back: bool) -> Iterator[int]:
        for other in neighbours(node, back):
            first, second = (other, node) if back else (node, other)
            if other not in nodes and not (first == spur and second in taken):
                yield other

    return narrowed


def all_up_to_three(
    neighbours: Neighbours, start: int, end: int, hops: int, deadline: Deadline
) -> Iterator[Route]:
    """Every route of up to `hops` (at most three) hops, the shortest first."""
    after = set(neighbours(start, False)) - {start}
    before = set(neighbours(end, True)) - {end}
    if end in after:
        yield start, end
    if hops >= 2:
        for middle in sorted((after & before) - {start, end}):
            yield start, middle, end
    if hops < 3:
        return
    last = before - {start, end}
    for number, first in zip(count(), sorted(after - {start, end}), strict=False):
        if number % 64 == 0:
            deadline.check()
        for second in neighbours(first, False):
            if second in last and second != first:
                yield start, first, second, end
