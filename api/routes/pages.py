"""The pages for people: home, search, article and claim."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.pages.asking import Asked
from api.pages.cards import CONTEXT, card, dealer, reading
from api.pages.claim_page import claim_page
from api.pages.forms import about_all, about_claims, answer, split
from api.pages.found import HEADINGS, found
from api.pages.home_page import home_page
from api.pages.rendering import render
from api.routes import question_pages, subject_pages
from api.routes.articles import ArticleAnswer, in_order
from api.routes.needs import StoreNeed
from graph.search.query import Order
from ontology.errors import BadInput, NotFound

router = APIRouter(include_in_schema=False)
router.include_router(subject_pages.router)
router.include_router(question_pages.router)


@router.get("/")
def home(request: Request, store: StoreNeed) -> Response:
    """What this is, and examples from what is stored."""
    page = home_page(store)
    return render(request, "home.html", page=page, card=dealer(store))


@router.get("/search")
def search(request: Request, store: StoreNeed) -> Response:
    """The claims that are asked for, counted, and over time."""
    asked = Asked.from_parameters(request.query_params)
    cursor = request.query_params.get("cursor") or None
    shown = {"asked": asked, "orders": tuple(Order), "headings": HEADINGS}
    try:
        page = found(store, asked, cursor)
    except BadInput as error:
        return render(
            request, "search.html", 422, **shown, problem=str(error), page=None
        )
    deal = dealer(store)
    return render(request, "search.html", **shown, problem=None, page=page, card=deal)


@router.get("/articles/{name}")
def article(name: str, request: Request, store: StoreNeed) -> Response:
    """An article, its evidence highlighted; `?claim=` shows that of one claim."""
    id, suffix = split(name)
    stored = store.article(id)
    claims = in_order(store.claims_of(id))
    focus = request.query_params.get("claim") or None
    if focus is not None and focus not in {claim.id for claim in claims}:
        raise NotFound(f"the article {id!r} has no claim {focus!r}")
    return answer(
        request,
        "article.html",
        suffix,
        page=ArticleAnswer(article=stored, claims=claims),
        triples=about_all(store, [store.iris.article(id)]),
        reading=reading(stored, claims, focus),
    )


@router.get("/claims/{name}")
def claim(name: str, request: Request, store: StoreNeed) -> Response:
    """A claim with its proof, in context, and all that is known of it."""
    id, suffix = split(name)
    page = claim_page(store, id)
    text = store.article(page.claim.article.id).text
    return answer(
        request,
        "claim.html",
        suffix,
        page=page,
        triples=about_claims(store, [page.claim]),
        proof=card(page.claim, text, context=CONTEXT),
        card=dealer(store),
    )
