"""SPARQL for people: examples, results as a table, and as files."""

from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from api.routes.query_page import FIRST
from graph.saved_questions import questions
from tests.api.pages.markup import page

EVIL = 'SELECT ?x { VALUES ?x { "<script>alert(1)</script>" } }'


def test_browsers_are_led_from_the_endpoint_to_the_page(client: TestClient) -> None:
    browser = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    answer = client.get("/sparql", headers=browser, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/query")
    program = client.get("/sparql", headers={"accept": "*/*"})
    assert program.headers["content-type"].startswith("text/turtle")


def test_examples_begin_a_query(client: TestClient) -> None:
    shown = page(client, "/query")
    assert shown.inside("textarea.").strip() == FIRST.strip()
    assert all(each.title in shown.inside("nav.") for each in questions().values())
    chosen = page(client, "/query?example=who-demanded")
    assert chosen.inside("textarea.") == questions()["who-demanded"].sparql


def test_results_are_a_table_with_links_and_files(client: TestClient) -> None:
    shown = page(client, f"/query?{urlencode({'query': FIRST})}")
    assert "Ana Brandt" in shown.inside("td.")
    assert "6 rows" in shown.said("h2.")
    claims = [link for link in shown.links() if link.startswith("/claim/")]
    assert claims
    assert client.get(claims[0], headers={"accept": "text/html"}).status_code == 200
    files = [link for link in shown.links() if link.startswith("/query.csv")]
    answer = client.get(files[0])
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.text.startswith("claim,speaker,stance,topic")


def test_terms_of_vocabularies_are_written_by_their_prefixes(
    client: TestClient,
) -> None:
    query = "SELECT ?p { ?claim a or:Claim ; ?p or:inFavour } LIMIT 1"
    shown = page(client, f"/query?{urlencode({'query': query})}")
    assert shown.inside("td.") == "or:polarity"
    whole = 'title="https://w3id.org/onrecord/ontology#polarity"'
    assert whole in client.get("/query", params={"query": query}).text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("ASK { ?claim a or:Claim }", "Yes"),
        ("CONSTRUCT { ?c a or:Claim } WHERE { ?c a or:Claim }", "Triples"),
        ("SELECT * { ?c a or:Nothing }", "Nothing matches"),
    ],
)
def test_every_kind_of_result_is_shown(
    client: TestClient, query: str, told: str
) -> None:
    answer = client.get("/query", params={"query": query})
    assert answer.status_code == 200
    assert told in answer.text


def test_what_does_not_run_is_told_and_hostile_text_stays_text(
    client: TestClient,
) -> None:
    wrong = client.get("/query", params={"query": "SELECT nonsense <b>"})
    assert wrong.status_code == 422
    assert "This query did not run" in wrong.text
    evil = client.get("/query", params={"query": EVIL}).text
    assert "<script>alert" not in evil
    assert "&lt;script&gt;alert(1)" in evil
    assert client.get("/query.pdf", params={"query": EVIL}).status_code == 404
