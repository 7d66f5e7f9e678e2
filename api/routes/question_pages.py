"""The pages that put actors side by side: comparison, shifts and paths."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeVar

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.cards import dealer
from api.pages.forms import about_claims, answer
from api.routes.needs import StoreNeed
from graph.curation.curation import AGENTS
from graph.decisions import named
from graph.features.comparison import Comparison, compare
from graph.features.shifts import Shift, shifts
from graph.network.path_query import Mode, PathQuery
from graph.network.paths import Paths, paths
from graph.search.filters import ClaimFilter
from graph.store import Store
from ontology.claim import Claim
from ontology.errors import BadInput, NotFound

router = APIRouter(include_in_schema=False)

T = TypeVar("T")

MOST_SHIFTS = 50

MOST_PATHS = 3
"""How many paths are shown: the shortest ones."""


class Compared(NamedTuple):
    """Two actors side by side, once both are named; `names` are those to show."""

    names: tuple[str, ...] = ()
    comparison: Comparison | None = None


class Shifted(NamedTuple):
    """Shifts of all speakers, or of the one with this name."""

    name: str | None = None
    shifts: tuple[Shift, ...] = ()


@router.get("/compare")
@router.get("/compare.{suffix}")
def get_comparison(
    request: Request,
    store: StoreNeed,
    suffix: str | None = None,
    first: str = "",
    second: str = "",
    topic: str = "",
) -> Response:
    """Two actors side by side: where they agree, where not, where one is silent."""
    found, problem = _tried(lambda: _compared(store, first, second, topic), Compared())
    return answer(
        request,
        "compare.html",
        suffix,
        page=found.comparison,
        triples=about_claims(store, _claims_compared(found.comparison)),
        given={"first": first, "second": second, "topic": topic},
        names=found.names,
        problem=problem,
        card=dealer(store),
    )


def _compared(store: Store, first: str, second: str, topic: str) -> Compared:
    typed = [name.strip() for name in (first, second)]
    if not all(typed):
        return Compared()
    one, other = (named(store, AGENTS, name) for name in typed)
    found = compare(store, one.id, other.id, _on(topic))
    return Compared((one.name, other.name), found)


def _claims_compared(found: Comparison | None) -> Iterator[Claim]:
    if found:
        for contrast in (*found.agree, *found.oppose):
            yield from (contrast.first.claim, contrast.second.claim)
        yield from (each.claim for each in (*found.only_first, *found.only_second))


@router.get("/shifts")
@router.get("/shifts.{suffix}")
def get_shifts(
    request: Request,
    store: StoreNeed,
    suffix: str | None = None,
    speaker: str = "",
    topic: str = "",
) -> Response:
    """Who went from for to against, or back: then and now."""
    found, problem = _tried(lambda: _shifted(store, speaker, topic), Shifted())
    claims = (claim for each in found.shifts for claim in (each.before, each.after))
    return answer(
        request,
        "shifts.html",
        suffix,
        page=found.shifts,
        triples=about_claims(store, claims),
        given={"speaker": speaker, "topic": topic},
        name=found.name,
        problem=problem,
        card=dealer(store),
    )


def _shifted(store: Store, speaker: str, topic: str) -> Shifted:
    who = named(store, AGENTS, speaker.strip()) if speaker.strip() else None
    voice = who.id if who else None
    found = shifts(store, _on(topic), voice=voice, limit=MOST_SHIFTS)
    return Shifted(who.name if who else None, found)


@router.get("/paths")
@router.get("/paths.{suffix}")
def get_paths(
    request: Request,
    store: StoreNeed,
    suffix: str | None = None,
    start: str = "",
    end: str = "",
) -> Response:
    """How two are connected, with the claims of every hop."""
    found, problem = _tried(lambda: _connected(store, start.strip(), end.strip()), None)
    hops = (hop for path in (found.paths if found else ()) for hop in path.hops)
    return answer(
        request,
        "paths.html",
        suffix,
        page=found,
        triples=about_claims(store, (claim for hop in hops for claim in hop.claims)),
        given={"start": start, "end": end},
        problem=problem,
        card=dealer(store),
    )


def _connected(store: Store, start: str, end: str) -> Paths | None:
    if not (start and end):
        return None
    return paths(store, PathQuery(start, end, Mode.K_SHORTEST, MOST_PATHS))


def _on(topic: str) -> ClaimFilter:
    return ClaimFilter.of(topic=topic.strip() or None)


def _tried(find: Callable[[], T], otherwise: T) -> tuple[T, str | None]:
    """What is found; where what was typed has no answer, `otherwise`, and why."""
    try:
        return find(), None
    except (BadInput, NotFound) as error:
        return otherwise, str(error)
