"""`/feeds/claims.atom`: new claims, for programs that tell people of them."""

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.parameters import Scope
from api.showing.atom import MEDIA_TYPE, Entry, feed
from graph.features.arrivals import arrivals

router = APIRouter(prefix="/feeds", tags=["claims"])


class AtomResponse(Response):
    """An answer that is a feed."""

    media_type = MEDIA_TYPE


@router.get(
    "/claims.atom",
    operation_id="claimsFeed",
    response_class=AtomResponse,
    responses=problem_responses(422),
)
def get_feed(
    asked: Annotated[Scope, Query()], store: StoreNeed, request: Request
) -> AtomResponse:
    """The claims that match and came in last, as an Atom feed."""
    claims = arrivals(store, asked.filter())
    site = str(request.base_url)
    articles = {id: store.article(id) for id in {claim.article.id for claim in claims}}
    entries = [
        Entry(
            claim,
            articles[claim.article.id],
            iri=store.iris.claim(claim.id).value,
            page=f"{site}claims/{quote(claim.id, safe='')}",
        )
        for claim in claims
    ]
    query = f"?{request.url.query}" if request.url.query else ""
    written = feed(
        entries,
        title=_title(request),
        address=f"{site}feeds/claims.atom{query}",
        page=f"{site}{query}",
    )
    return AtomResponse(written)


def _title(request: Request) -> str:
    """What the feed is of, by what was asked."""
    asked = [value for _, value in request.query_params.multi_items()]
    return ": ".join(["On the Record", *([", ".join(asked)] if asked else [])])
