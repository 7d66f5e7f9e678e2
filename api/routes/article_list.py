"""`/api/articles`: the articles there are, page by page."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from api.problems.documents import problem_responses
from api.routes.needs import StoreNeed
from api.routes.paging import link_pages
from api.routes.parameters import PageQuery, day
from api.routes.writing import Written
from graph.article_list import ArticlePage, articles

router = APIRouter(
    route_class=Written,
    prefix="/api",
    tags=["articles"],
    responses=problem_responses(401, 422),
)


class ArticleQuery(PageQuery):
    """Which articles, page by page."""

    outlet: list[str] = Field([], description="Who published it: name or id.")
    since: str | None = day("from", "Published from this day")
    until: str | None = day("to", "Published to this day")


@router.get("/articles", operation_id="listArticles")
def get_articles(
    asked: Annotated[ArticleQuery, Query()],
    store: StoreNeed,
    request: Request,
    response: Response,
) -> ArticlePage:
    """The articles, the latest published first, with how many claims each has."""
    page = articles(
        store,
        outlet=tuple(asked.outlet),
        since=asked.since or None,
        until=asked.until or None,
        limit=asked.limit,
        cursor=asked.cursor,
    )
    link_pages(request, response, page.next)
    return page
