"""One page in several forms: for people, as JSON, or as RDF about what it shows."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox
from pydantic_core import to_json
from starlette.requests import Request
from starlette.responses import Response

from api.http.negotiation import preferred
from api.linked_data.descriptions import in_rdf
from api.linked_data.resources import about
from api.pages.rendering import render
from api.sparql.formats import GRAPHS, NotAcceptable
from graph.store import Store
from ontology.claim import Claim
from ontology.errors import NotFound

HTML, JSON = "text/html", "application/json"

FORMS = {"html": HTML, "json": JSON, **GRAPHS}
"""The forms by the suffixes of their addresses; the first is for people."""

LABELS = {"json": "JSON", "ttl": "Turtle", "jsonld": "JSON-LD"}
"""The forms to which pages link."""


class Alternate(NamedTuple):
    """Where the same page can be had in another form."""

    label: str
    media_type: str
    address: str


def split(name: str) -> tuple[str, str | None]:
    """A name without a suffix that names a form, and that suffix.

    >>> split("russia.ttl"), split("st.petersburg")
    (('russia', 'ttl'), ('st.petersburg', None))
    """
    stem, _, suffix = name.rpartition(".")
    return (stem, suffix) if stem and suffix in FORMS else (name, None)


def answer(
    request: Request,
    template: str,
    suffix: str | None,
    *,
    page: object,
    triples: Iterable[ox.Triple],
    **more: object,
) -> Response:
    """The page in the form of the suffix, else in the one that the client accepts.

    `page` is what the template shows and JSON holds, `more` what the template needs
    besides; the triples are gone through for RDF alone. Raises NotFound for a suffix
    that names no form, and NotAcceptable.
    """
    if suffix and suffix not in FORMS:
        raise NotFound(
            f"no page has the suffix {suffix!r}; accepted: {', '.join(FORMS)}"
        )
    media = FORMS[suffix] if suffix else _accepted(request)
    if media == HTML:
        also = _alternates(request)
        found: Response = render(request, template, page=page, also=also, **more)
    elif media == JSON:
        found = Response(to_json(page), media_type=JSON)
    else:
        unique = list(dict.fromkeys(triples))
        syntax = next(name for name in GRAPHS if GRAPHS[name] == media)
        found = in_rdf(request, unique, syntax)
    found.headers["vary"] = "Accept"
    return found


def about_all(store: Store, resources: Iterable[ox.NamedNode]) -> Iterator[ox.Triple]:
    """What is said of these resources, looked up as it is gone through."""
    for resource in resources:
        yield from about(store, resource)


def about_claims(store: Store, claims: Iterable[Claim]) -> Iterator[ox.Triple]:
    """What is said of these claims, looked up as it is gone through."""
    return about_all(store, (store.iris.claim(claim.id) for claim in claims))


def _accepted(request: Request) -> str:
    media = preferred(request.headers.get("accept"), FORMS.values())
    if media is None:
        accepted = ", ".join(FORMS.values())
        raise NotAcceptable(f"Accept: accepted: {accepted}")
    return media


def _alternates(request: Request) -> tuple[Alternate, ...]:
    """Addresses as the browser sees them, below the root path."""
    stem, query = request.url.path, request.url.query
    return tuple(
        Alternate(label, FORMS[suffix], f"{stem}.{suffix}{'?' if query else ''}{query}")
        for suffix, label in LABELS.items()
    )
