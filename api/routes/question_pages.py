"""The pages that put actors side by side: comparison, shifts and paths."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.cards import dealer
from api.pages.forms import about_claims, answer
from api.routes.needs import StoreNeed
from graph.curation.curation import AGENTS
from graph.decisions import named
from graph.features.comparison import Comparison, compare
from graph.features.shifts import Shift, shifts
from graph.network import paths as finding
from graph.network.path_query import Mode, PathQuery
from graph.network.paths import Paths
from graph.search.filters import ClaimFilter
from ontology.claim import Claim
from ontology.errors import BadInput, NotFound

router = APIRouter(include_in_schema=False)

MOST_SHIFTS = 50

MOST_PATHS = 3
"""How many paths are shown: the shortest ones."""


@router.get("/compare")
@router.get("/compare.{suffix}")
def comparison(
    request: Request,
    store: StoreNeed,
    suffix: str | None = None,
    first: str = "",
    second: str = "",
    topic: str = "",
) -> Response:
    """Two actors side by side: where they agree, where not, where one is silent."""
    page, problem = None, None
    names: tuple[str, ...] = ()
    if first.strip() and second.strip():
        wanted = ClaimFilter.of(topic=topic.strip() or None)
        try:
            one, other = (
                named(store, AGENTS, each.strip()) for each in (first, second)
            )
            page = compare(store, one.id, other.id, wanted)
            names = (one.name, other.name)
        except (BadInput, NotFound) as error:
            problem = str(error)
    return answer(
        request,
        "compare.html",
        suffix,
        page=lambda: page,
        triples=lambda: about_claims(store, _compared(page)),
        given={"first": first, "second": second, "topic": topic},
        names=names,
        problem=problem,
        card=dealer(store),
    )


def _compared(page: Comparison | None) -> Iterator[Claim]:
    if page:
        for contrast in (*page.agree, *page.oppose):
            yield from (contrast.first.claim, contrast.second.claim)
        yield from (each.claim for each in (*page.only_first, *page.only_second))


@router.get("/shifts")
@router.get("/shifts.{suffix}")
def shifted(
    request: Request,
    store: StoreNeed,
    suffix: str | None = None,
    speaker: str = "",
    topic: str = "",
) -> Response:
    """Who went from for to against, or back: then and now."""
    wanted = ClaimFilter.of(topic=topic.strip() or None)
    page: tuple[Shift, ...] = ()
    name, problem = None, None
    try:
        who = named(store, AGENTS, speaker.strip()) if speaker.strip() else None
        name = who.name if who else None
        page = shifts(store, wanted, voice=who.id if who else None, limit=MOST_SHIFTS)
    except (BadInput, NotFound) as error:
        problem = str(error)
    return answer(
        request,
        "shifts.html",
        suffix,
        page=lambda: page,
        triples=lambda: about_claims(store, _turns(page)),
        given={"speaker": speaker, "topic": topic},
        name=name,
        problem=problem,
        card=dealer(store),
    )


def _turns(page: tuple[Shift, ...]) -> Iterator[Claim]:
    for shift in page:
        yield from (shift.before, shift.after)


@router.get("/paths")
@router.get("/paths.{suffix}")
def path(
    request: Request,
    store: StoreNeed,
    suffix: str | None = None,
    start: str = "",
    end: str = "",
) -> Response:
    """How two are connected, with the claims of every hop."""
    page, problem = None, None
    if start.strip() and end.strip():
        query = PathQuery(start.strip(), end.strip(), Mode.K_SHORTEST, MOST_PATHS)
        try:
            page = finding.paths(store, query)
        except (BadInput, NotFound) as error:
            problem = str(error)
    return answer(
        request,
        "paths.html",
        suffix,
        page=lambda: page,
        triples=lambda: about_claims(store, _hops(page)),
        given={"start": start, "end": end},
        problem=problem,
        card=dealer(store),
    )


def _hops(page: Paths | None) -> Iterator[Claim]:
    for each in page.paths if page else ():
        for hop in each.hops:
            yield from hop.claims
