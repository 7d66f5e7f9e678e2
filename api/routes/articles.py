"""`/api/articles`: an article as stored, with the claims found in it."""

from fastapi import APIRouter
from pydantic import BaseModel

from api.problems.documents import problem_responses
from api.revisions import Revision, told
from api.routes.needs import StoreNeed
from api.routes.writing import Written
from ontology.claim import Article, Claim

router = APIRouter(prefix="/api/articles", tags=["articles"], route_class=Written)


class ArticleAnswer(BaseModel):
    """An article with its exact text, and its claims in the order of the text."""

    article: Article
    claims: tuple[Claim, ...]


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
    return told(store, id)


def in_order(claims: tuple[Claim, ...]) -> tuple[Claim, ...]:
    """Claims by where their words stand in the text."""
    return tuple(
        sorted(claims, key=lambda claim: (claim.content.spans, claim.cue.spans))
    )
