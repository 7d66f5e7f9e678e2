"""Linked data: IRIs that resolve, in the syntax that the client likes."""

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.linked_data.descriptions import SD, VOID
from api.settings import Settings
from graph.curation.decision import Decision
from graph.curation.reviews import Review, Status
from graph.decisions import merge, rename
from graph.mapping.triples import value
from graph.store import Store
from ontology.stances import Stance
from tests.api.conftest import fill, harbour

ARTICLE, CLAIMS = harbour()

ADDRESSES = [
    f"/claim/{CLAIMS[0].id}",
    f"/article/{ARTICLE.id}",
    "/agent/harbour-union",
    "/topic/ceasefire",
    "/topic/bridge",
    "/extractor/by%20hand/1",
    "/ontology",
    "/stances",
    "/topics",
    "/dataset",
    "/.well-known/void",
]

SYNTAXES = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_iri_resolves_in_every_syntax(client: TestClient, address: str) -> None:
    lengths = set()
    for media, syntax in SYNTAXES.items():
        answer = client.get(address, headers={"accept": media})
        assert answer.status_code == 200
        assert answer.headers["content-type"].partition(";")[0] == media
        assert "Accept" in answer.headers["vary"]
        lengths.add(len(list(ox.parse(answer.content, format=syntax))))
    assert len(lengths) == 1
    assert lengths.pop() > 1


def test_every_iri_of_the_data_resolves() -> None:
    own = ("https://onrecord.example/", "https://w3id.org/onrecord/")
    at = "2025-04-01T00:00:00+00:00"
    with Store.open(None) as store:
        fill(store)
        merge(store, "agents", "harbour-union", "Li", Decision(by="desk", at=at))
        rename(store, "ceasefire", "armistice", Decision(by="desk", at=at))
        store.review(
            Review(
                id="1", reviewed=CLAIMS[0], status=Status.CONFIRMED, by="desk", at=at
            )
        )
        terms = {
            term.value.partition("#")[0]
            for quad in store.graph.quads_for_pattern(None, None, None)
            for term in (quad.subject, quad.predicate, quad.object, quad.graph_name)
            if isinstance(term, ox.NamedNode) and term.value.startswith(own)
        }
        paths = {f"/{term.removeprefix(own[0]).removeprefix(own[1])}" for term in terms}
        kinds = {path.split("/")[1] for path in paths}
        decided = {"identification", "scheme-change", "review"}
        assert kinds >= decided | {"claim", "graph", "plover"}
        with TestClient(create_app(store, Settings())) as client:
            turtle = {"accept": "text/turtle"}
            there = {path: client.get(path, headers=turtle) for path in paths}
    assert [path for path, answer in there.items() if answer.status_code != 200] == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_who_has_it_is_told_so(client: TestClient, address: str) -> None:
    first = client.get(address, headers={"accept": "text/turtle"})
    known = {"accept": "text/turtle", "if-none-match": first.headers["etag"]}
    again = client.get(address, headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    other = {**known, "accept": "application/n-triples"}
    assert client.get(address, headers=other).status_code == 200


@pytest.mark.parametrize("suffix", ["ttl", "nt", "jsonld", "rdf"])
def test_a_suffix_goes_before_accept(client: TestClient, suffix: str) -> None:
    for address in (f"/claim/{CLAIMS[0].id}", "/ontology"):
        browser = {"accept": "text/html"}
        answer = client.get(f"{address}.{suffix}", headers=browser)
        assert answer.status_code == 200


def test_browsers_are_led_to_the_page(client: TestClient) -> None:
    browser = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    for address, page in (
        (f"/claim/{CLAIMS[0].id}", f"/claims/{CLAIMS[0].id}"),
        (f"/article/{ARTICLE.id}", f"/articles/{ARTICLE.id}"),
        ("/agent/harbour-union", "/agents/harbour-union"),
        ("/topic/bridge", "/topics/bridge"),
    ):
        answer = client.get(address, headers=browser, follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, page)
        assert client.get(page).status_code == 200


def test_what_is_here_is_where_it_was_asked_for(client: TestClient) -> None:
    triples = ox.parse(client.get("/sparql").content, format=ox.RdfFormat.TURTLE)
    said = [(value(each.predicate), value(each.object)) for each in triples]
    for place in (f"{SD}endpoint", f"{VOID}sparqlEndpoint", f"{VOID}dataDump"):
        [address] = [each for name, each in said if name == place]
        assert address.startswith(str(client.base_url))
        assert client.get(address).status_code == 200
    assert {each for name, each in said if name == f"{VOID}entities"} == {"3", "6"}


def test_a_page_by_its_suffix(client: TestClient) -> None:
    turtle = {"accept": "text/turtle"}
    for address in ("/agent/harbour-union", "/agents/harbour-union", "/ontology"):
        page = client.get(f"{address}.html", headers=turtle)
        assert page.headers["content-type"].startswith("text/html")
        assert page.status_code == 200
    for address in ("/extractor/by%20hand/1.html", "/agent/nobody.html"):
        missing = client.get(address)
        assert missing.headers["content-type"].startswith("text/html")
        assert missing.status_code == 404


@pytest.mark.parametrize(
    ("address", "term", "meaning"),
    [
        ("/ontology", "speaker", "Who takes the stance."),
        ("/stances", "demands", "The speaker tells somebody to act"),
        ("/topics", "ceasefire", "Also: <bdi>armistice"),
    ],
)
def test_browsers_read_what_each_term_means(
    client: TestClient, address: str, term: str, meaning: str
) -> None:
    page = client.get(address, headers={"accept": "text/html"}).text
    assert f'id="{term}"' in page
    assert meaning in page


def test_stances_come_before_the_types_of_events_that_are_near_to_them(
    client: TestClient,
) -> None:
    terms = [each["label"] for each in client.get("/stances.json").json()["terms"]]
    stances = [each.value for each in Stance]
    assert terms[: len(stances)] == sorted(stances)
    assert terms[len(stances) :] == sorted(terms[len(stances) :], key=str.casefold)
    assert "AGREE" in terms


@pytest.mark.parametrize(
    ("address", "accept", "status"),
    [
        ("/agent/nobody", "text/turtle", 404),
        ("/agent/nobody.ttl", "*/*", 404),
        ("/nothing/at-all", "text/turtle", 404),
        ("/claim/%3E%3Cx%3E", "text/turtle", 404),
        ("/agent/harbour-union", "image/png", 406),
        ("/ontology", "image/png", 406),
    ],
)
def test_what_cannot_be_had(
    client: TestClient, address: str, accept: str, status: int
) -> None:
    assert client.get(address, headers={"accept": accept}).status_code == status
