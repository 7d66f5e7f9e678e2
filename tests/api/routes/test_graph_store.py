"""The Graph Store Protocol: a graph by its IRI, or all of them as one."""

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import harbour

ARTICLE, CLAIMS = harbour()
GRAPH = f"https://onrecord.example/article/{ARTICLE.id}"
FORMATS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/ld+json": ox.RdfFormat.JSON_LD,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
}


def triples(client: TestClient, address: str, media: str) -> set[ox.Triple]:
    answer = client.get(address, headers={"accept": media})
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith(media)
    assert "Accept" in answer.headers["vary"]
    read = ox.parse(answer.content, format=FORMATS[media], base_iri="http://x/")
    return {quad.triple for quad in read}


@pytest.mark.parametrize("media", FORMATS)
def test_a_graph_and_all_of_them(client: TestClient, media: str) -> None:
    one = triples(client, f"/sparql/graphs?graph={GRAPH}", media)
    everything = triples(client, "/sparql/graphs?default", media)
    assert 0 < len(one) < len(everything)
    assert one <= everything
    subjects = {str(triple.subject) for triple in one}
    assert any(CLAIMS[0].id in subject for subject in subjects)


@pytest.mark.parametrize(
    ("asked", "accept", "status"),
    [
        ("", "*/*", 400),
        (f"?default&graph={GRAPH}", "*/*", 400),
        ("?graph=not-an-iri", "*/*", 400),
        ("?graph=https://onrecord.example/article/none", "*/*", 404),
        (f"?graph={GRAPH}", "image/png", 406),
        ("?default", "image/png", 406),
    ],
)
def test_problems(client: TestClient, asked: str, accept: str, status: int) -> None:
    answer = client.get(f"/sparql/graphs{asked}", headers={"accept": accept})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_it_only_reads(client: TestClient, method: str) -> None:
    answer = client.request(method, f"/sparql/graphs?graph={GRAPH}", content=b"x")
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"]
