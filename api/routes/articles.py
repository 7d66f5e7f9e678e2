"""`/api/articles`: those there are, page by page, and one with its claims."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from api.problems.documents import problem_responses
from api.revisions import Revision, history
from api.routes.needs import StoreNeed
from api.routes.paging import link_pages
from api.routes.parameters import PageQuery, day
from api.routes.writing import Written
from graph.catalogue.article_list import ArticlePage
from graph.catalogue.article_list import articles as listed
from ontology.claim import Article, Claim

router = APIRouter(prefix="/api/articles", tags=["articles"], route_class=Written)


class ArticleQuery(PageQuery):
    """Which articles, page by page."""

    outlet: list[str] = Field([], description="Who published it: name or id.")
    since: str | None = day("from", "Published from this day")
    until: str | None = day("to", "Published to this day")


class ArticleAnswer(BaseModel):
    """An article with its exact text, and its claims in the order of the text."""

    article: Article
    claims: tuple[Claim, ...]


@router.get("", operation_id="listArticles", responses=problem_responses(422))
def get_articles(
    asked: Annotated[ArticleQuery, Query()],
    store: StoreNeed,
    request: Request,
    response: Response,
) -> ArticlePage:
    """The articles, the latest published first, with how many claims each has."""
    page = listed(
        store,
        outlet=tuple(asked.outlet),
        since=asked.since or None,
        until=asked.until or None,
        limit=asked.limit,
        cursor=asked.cursor,
    )
    link_pages(request, response, page.next)
    return page


@router.get("/{id}", operation_id="getArticle", responses=problem_responses(404))
def get_article(id: str, store: StoreNeed) -> ArticleAnswer:
    """The article with this id."""
    article = store.article(id)
    return ArticleAnswer(article=article, claims=in_order(store.claims_of(id)))


@router.get(
    "/{id}/revisions", operation_id="getRevisions", responses=problem_responses(404)
)
def get_revisions(id: str, store: StoreNeed) -> tuple[Revision, ...]:
    """How an article changed, the oldest revision first: claims that appeared, that
    vanished, and that are told otherwise."""
    return history(store, id)


def in_order(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims by where their words stand in the text."""
    return tuple(
        sorted(claims, key=lambda claim: (claim.content.spans, claim.cue.spans))
    )
