"""The pages about actors and topics, and the lists of them."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

from fastapi import APIRouter, Request
from pyoxigraph import NamedNode
from starlette.responses import RedirectResponse, Response

from api.pages.agent_page import AgentPage, agent_page
from api.pages.cards import dealer
from api.pages.forms import about_all, answer, split
from api.pages.rendering import render
from api.pages.topic_page import TopicPage, topic_page
from api.routes.needs import StoreNeed
from graph.catalogue import agent_list, topic_list
from graph.store import Store

router = APIRouter(include_in_schema=False)

LISTED = 300
"""The most names that a list shows; words of the name find the others."""


@router.get("/all/agents")
def agents(request: Request, store: StoreNeed, called: str = "") -> Response:
    """Those who speak, most claims first."""
    page = agent_list.agents(store, called=called.strip() or None, limit=LISTED)
    return _names(request, "agent", page.agents, called)


@router.get("/all/topics")
def topics(request: Request, store: StoreNeed, called: str = "") -> Response:
    """What claims are about, most claims first."""
    page = topic_list.topics(store, called=called.strip() or None, limit=LISTED)
    return _names(request, "topic", page.topics, called)


def _names(
    request: Request, kind: str, entries: Sequence[object], called: str
) -> Response:
    return render(
        request, "names.html", kind=kind, entries=entries, called=called, most=LISTED
    )


@router.get("/agents/{name}")
def agent(name: str, request: Request, store: StoreNeed) -> Response:
    """An actor: whom it stands for, where it stands, what it says."""
    return _subject(request, store, "agent", name, agent_page, store.iris.agent)


@router.get("/topics/{name}")
def topic(name: str, request: Request, store: StoreNeed) -> Response:
    """A topic: who is for it and who against, since when."""
    return _subject(request, store, "topic", name, topic_page, store.iris.topic)


def _subject(
    request: Request,
    store: Store,
    kind: str,
    name: str,
    page_of: Callable[[Store, str], AgentPage | TopicPage],
    iri_of: Callable[[str], NamedNode],
) -> Response:
    """The page of a subject under its id; under another of its names, the way there."""
    written, suffix = split(name)
    page = page_of(store, written)
    if page.id != written:
        return _moved(request, f"{kind}s", page.id, suffix)
    return answer(
        request,
        f"{kind}.html",
        suffix,
        page=page,
        triples=about_all(store, [iri_of(page.id)]),
        card=dealer(store),
    )


def _moved(request: Request, kind: str, id: str, suffix: str | None) -> Response:
    """To the page under the id, of which there is one: names are many, and change."""
    root = request.scope.get("root_path", "")
    ending = f".{suffix}" if suffix else ""
    return RedirectResponse(f"{root}/{kind}/{quote(id, safe='')}{ending}", 303)
