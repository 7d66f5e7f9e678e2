"""`/api/articles`: the articles there are, page by page."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.problems import problem_responses
from api.routes.needs import StoreNeed
from api.routes.paging import link_next
from api.routes.parameters import DAY, DAY_SCHEMA
from graph.article_list import ArticlePage, articles
from graph.query import MOST

router = APIRouter(
    prefix="/api", tags=["articles"], responses=problem_responses(401, 422)
)


class ArticleQuery(BaseModel):
    """Which articles, page by page."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outlet: list[str] = Field([], description="Who published it: name or id.")
    since: str | None = Field(
        None,
        alias="from",
        description=f"Published from this day: {DAY}",
        json_schema_extra=DAY_SCHEMA,
    )
    until: str | None = Field(
        None,
        alias="to",
        description=f"Published to this day: {DAY}",
        json_schema_extra=DAY_SCHEMA,
    )
    limit: int = Field(50, ge=1, le=MOST, description="The length of a page.")
    cursor: str | None = Field(None, description="Where to go on, as `next` gave it.")


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
    link_next(request, response, page.next)
    return page
