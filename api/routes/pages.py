"""The pages for people: search, article and claim."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, Request
from pydantic import ValidationError
from starlette.responses import Response

from api.pages import views
from api.pages.rendering import render
from api.routes.articles import in_order
from api.routes.needs import StoreNeed
from api.routes.parameters import ClaimQuery
from graph.query import Page, find
from graph.store import Store
from ontology.claim import QuoteType
from ontology.errors import BadInput, NotFound
from ontology.stances import Stance

router = APIRouter(include_in_schema=False)

SHOWN = 20
"""How many claims a page of results shows."""

_SEVERAL = ("speaker", "stance", "polarity", "topic", "quote", "addressee", "outlet")
_ONE = ("from", "to", "text", "cursor")


@router.get("/")
def search(request: Request, store: StoreNeed) -> Response:
    """The search form and the claims that it finds."""
    given = _given(request)
    answer = _answer(store, given)
    return render(
        request,
        "search.html",
        422 if answer.problem else 200,
        given=given,
        extras=views.extras(given),
        problem=answer.problem,
        page=answer.page,
        narrow=answer.narrow,
        cards=views.cards(store, answer.page.claims),
        next=_next(request, answer.page.next_cursor),
        stances=list(Stance),
        quotes=list(QuoteType),
    )


@dataclass(frozen=True)
class _Answer:
    """The claims found, or none and what is wrong with the question."""

    page: Page = field(default_factory=lambda: Page((), None, 0))
    narrow: Mapping[str, list[views.Narrowing]] = field(default_factory=dict)
    problem: str | None = None


def _given(request: Request) -> dict[str, Any]:
    """The fields of the form that are filled in; others are no concern of it."""
    asked = request.query_params
    several = {name: [v for v in asked.getlist(name) if v.strip()] for name in _SEVERAL}
    one = {name: asked.get(name, "").strip() for name in _ONE}
    return {name: value for name, value in {**several, **one}.items() if value}


def _answer(store: Store, given: Mapping[str, Any]) -> _Answer:
    try:
        asked = ClaimQuery.model_validate(given)
        wanted = asked.filter()
        page = find(store, wanted, limit=SHOWN, cursor=asked.cursor)
    except ValidationError as error:
        first = error.errors()[0]
        told = f"{first['loc'][0]}: {first['input']!r} is not accepted. {first['msg']}."
        return _Answer(problem=told)
    except BadInput as error:
        return _Answer(problem=str(error))
    return _Answer(page, views.narrowings(store, wanted, given))


def _next(request: Request, cursor: str | None) -> str | None:
    if cursor is None:
        return None
    return f"?{request.url.include_query_params(cursor=cursor).query}"


@router.get("/articles/{id}")
def article(id: str, request: Request, store: StoreNeed) -> Response:
    """An article, its evidence highlighted; `?claim=` shows that of one claim."""
    found = store.article(id)
    claims = in_order(store.claims_of(id))
    focus = request.query_params.get("claim") or None
    if focus is not None and focus not in {claim.id for claim in claims}:
        raise NotFound(f"the article {id!r} has no claim {focus!r}")
    return render(request, "article.html", reading=views.reading(found, claims, focus))


@router.get("/claims/{id}")
def claim(id: str, request: Request, store: StoreNeed) -> Response:
    """A claim with its proof, in context, and all that is known of it."""
    found = store.claim(id)
    text = store.article(found.article.id).text
    card = views.card(found, text, context=views.CONTEXT)
    return render(request, "claim.html", card=card, claim=found)
