"""What paths are sought: between which two, which of them, made of which claims."""

from dataclasses import dataclass, field
from enum import StrEnum

from graph.limits import check_within
from graph.search.filters import ClaimFilter


class Mode(StrEnum):
    """Which paths are sought."""

    SHORTEST = "shortest"
    K_SHORTEST = "k-shortest"
    ALL = "all"
    """Every path of at most three hops."""


class Direction(StrEnum):
    """Which way a hop may be taken."""

    ANY = "any"
    OUT = "out"
    """From who speaks to whom or to what; a topic can then only be the end."""


MOST_K = 5
"""The most paths of mode `k-shortest`."""

MOST_HOPS = 8

HOPS = {Mode.SHORTEST: 6, Mode.K_SHORTEST: 6, Mode.ALL: 3}
"""How long a path may be if nothing else is said."""

_LONGEST = {Mode.SHORTEST: MOST_HOPS, Mode.K_SHORTEST: MOST_HOPS, Mode.ALL: 3}
"""How long it may be at most."""

MOST_PATHS = 500
"""The most paths of mode `all`."""


@dataclass(frozen=True)
class PathQuery:
    """What paths are sought. Raises BadInput for a number out of bounds.

    `wanted` is what the claims of each hop must match; `via` are nodes on the way,
    `exclude` nodes never to be on it, and `max_degree` keeps out hubs (both ends
    excepted).
    """

    start: str
    end: str
    mode: Mode = Mode.SHORTEST
    k: int = MOST_K
    max_hops: int | None = None
    """The longest path; None for as many as the mode has in HOPS."""
    direction: Direction = Direction.ANY
    wanted: ClaimFilter = field(default_factory=ClaimFilter)
    via: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    max_degree: int | None = None
    limit: int = 50
    """The most paths of mode `all` that are given back."""
    seconds: float = 1.0
    """How long is searched, at most."""

    def __post_init__(self) -> None:
        check_within("k", self.k, 1, MOST_K)
        where = f" in mode {self.mode}"
        check_within("max_hops", self.hops, 1, _LONGEST[self.mode], where)
        check_within("limit", self.limit, 1, MOST_PATHS)
        if self.max_degree is not None:
            check_within("max_degree", self.max_degree, 1, 10**9)

    @property
    def hops(self) -> int:
        """How long a path may be."""
        return HOPS[self.mode] if self.max_hops is None else self.max_hops
