"""`/api/claims`: claims by what is asked, and one by its id."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.paging import link_pages
from api.routes.parameters import ClaimQuery
from api.routes.writing import Written
from graph.features.reprints import reprints
from graph.search.query import Page, find
from ontology.claim import Claim

router = APIRouter(prefix="/api/claims", tags=["claims"], route_class=Written)


class ClaimPage(BaseModel):
    """One page of claims; `next` is the cursor of the page after it, if any."""

    claims: tuple[Claim, ...]
    total: int
    next: str | None

    @classmethod
    def of(cls, page: Page) -> "ClaimPage":
        """The page of a search, as it goes out over HTTP."""
        return cls(claims=page.claims, total=page.total, next=page.next_cursor)


@router.get("", operation_id="findClaims", responses=problem_responses(422))
def find_claims(
    asked: Annotated[ClaimQuery, Query()],
    store: StoreNeed,
    request: Request,
    response: Response,
) -> ClaimPage:
    """Claims that match every field given, and within a field any of its values."""
    page = find(
        store, asked.filter(), order=asked.order, limit=asked.limit, cursor=asked.cursor
    )
    link_pages(request, response, page.next_cursor)
    return ClaimPage.of(page)


@router.get("/{id}", operation_id="getClaim", responses=problem_responses(404))
def get_claim(id: str, store: StoreNeed) -> Claim:
    """The claim with this id."""
    return store.claim(id)


@router.get("/{id}/copies", operation_id="getCopies", responses=problem_responses(404))
def get_copies(id: str, store: StoreNeed) -> tuple[Claim, ...]:
    """The same claim in other outlets' copies of its article, each with its place."""
    return reprints(store, id)
