"""Linked data: every IRI of the data says what it stands for, as its client likes.

`/agent/ID` and the like answer in RDF by Accept or by suffix (`/agent/ID.ttl`), and
lead browsers to the page about it.
"""

from collections.abc import Callable
from urllib.parse import quote

import pyoxigraph as ox
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.http.negotiation import preferred
from api.linked_data.descriptions import in_rdf, void
from api.linked_data.resources import about, node
from api.pages.forms import HTML, answer
from api.pages.vocabulary_page import vocabulary
from api.routes.needs import StoreNeed
from api.sparql.formats import GRAPHS
from graph.store import Store
from ontology.errors import NotFound

router = APIRouter(include_in_schema=False)

KINDS = ("claim", "article", "agent", "topic", "extractor", "review", "reviewer",
         "identification", "scheme-change", "graph", "nanopublication")  # fmt: skip

WITH_PAGES = ("claim", "article", "agent", "topic")

PAGE = "html"
"""The suffix of an address that leads to the page, whatever is accepted."""

VOCABULARIES = ("ontology", "stances", "topics")


@router.get("/.well-known/void")
@router.get("/dataset")
def get_dataset(request: Request) -> Response:
    """The description of the data set."""
    return void(request)


@router.get("/plover")
def get_plover() -> Response:
    """PLOVER's types of events are told beside the stances that are near to them."""
    return RedirectResponse("/stances", 303)


def _vocabulary(name: str) -> Callable[..., Response]:
    """What answers with the ontology, the stances or the topics."""

    def get(request: Request, store: StoreNeed, suffix: str | None = None) -> Response:
        graph = ox.NamedNode(f"https://w3id.org/onrecord/{name}")
        triples = [quad.triple for quad in store.quads(graph)]
        return answer(
            request,
            "vocabulary.html",
            suffix,
            page=vocabulary(graph.value, triples),
            triples=triples,
        )

    return get


def _resource(kind: str) -> Callable[..., Response]:
    """What answers for the resources of a kind."""

    def get(id: str, request: Request, store: StoreNeed) -> Response:
        return _known(kind, id, request, store)

    return get


# each by its own name: what took any would hide which methods other addresses have
for name in VOCABULARIES:
    router.get(f"/{name}")(_vocabulary(name))
    router.get(f"/{name}.{{suffix}}")(_vocabulary(name))
for kind in KINDS:
    router.get(f"/{kind}/{{id:path}}")(_resource(kind))


def _known(kind: str, id: str, request: Request, store: Store) -> Response:
    """What is known of a claim, an article, an agent, a topic ..."""
    triples = about(store, node(store.iris, kind, id))
    stem, suffix = id, None
    if not triples:
        stem, suffix = _split(id)
        triples = about(store, node(store.iris, kind, stem)) if suffix else []
    if not triples:
        raise NotFound(f"no {kind} has the id {id!r}")
    if suffix == PAGE or (suffix is None and _likes_a_page(request)):
        page = _page(kind, stem)
        if page is not None:
            address = f"{page}.{suffix}" if suffix else page
            return RedirectResponse(address, 303, headers={"vary": "Accept"})
        if suffix:
            raise NotFound(f"there are no pages about what is a {kind}")
    return in_rdf(request, triples, suffix)


def _likes_a_page(request: Request) -> bool:
    return preferred(request.headers.get("accept"), (HTML, *GRAPHS.values())) == HTML


def _split(id: str) -> tuple[str, str | None]:
    """An id without a suffix that names a form, and that suffix."""
    stem, _, suffix = id.rpartition(".")
    return (stem, suffix) if stem and suffix in (PAGE, *GRAPHS) else (id, None)


def _page(kind: str, id: str) -> str | None:
    """The page for people about a resource."""
    return f"/{kind}s/{quote(id, safe='')}" if kind in WITH_PAGES else None
