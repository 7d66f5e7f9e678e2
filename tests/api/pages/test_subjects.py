"""The pages about an actor, a topic, a claim and an article."""

import json

import pyoxigraph as ox
import pytest
from fastapi.testclient import TestClient

from api.showing.highlight import marks
from tests.api.conftest import HARBOUR
from tests.api.pages.addresses import ARTICLE, CLAIMS
from tests.api.pages.markup import page


def test_an_actor_says_for_whom_it_speaks_and_where_it_stands(
    client: TestClient,
) -> None:
    shown = page(client, "/agents/ana-brandt")
    assert shown.inside("h1.") == "Ana Brandt"
    assert "Speaks for Norland." in shown.said("header.heading")
    assert "2 claims" in shown.said("main.")
    assert "binding guarantees" in shown.said("ol.list positions more")
    assert "/compare" in [form["action"] for form in shown.all("form")]


def test_those_who_speak_for_one_are_its_voice(client: TestClient) -> None:
    shown = page(client, "/agents/norland")
    assert "Spoken for by Ana Brandt." in shown.said("header.heading")
    assert "0 of its own, the others by those who speak for it" in shown.said("main.")


def test_a_topic_says_who_is_for_and_who_against(client: TestClient) -> None:
    shown = page(client, "/topics/toll")
    against = shown.said("section.side side--against")
    assert "Harbour Union" in against
    assert "1 claim against it" in against
    assert "Nobody" in shown.said("section.side side--for")
    guarantees = page(client, "/topics/binding-guarantees")
    assert "since 11 March 2025" in guarantees.said("section.side side--for")


def test_a_name_leads_to_the_page_under_the_id(client: TestClient) -> None:
    answer = client.get("/agents/Ana Brandt", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (
        303,
        "/agents/ana-brandt",
    )
    page(client, "/agents/nobody-at-all", 404)


def test_the_lists_find_by_words_of_the_name(client: TestClient) -> None:
    assert "/agents/harbour-union" in page(client, "/all/agents").links()
    links = page(client, "/all/agents?called=brandt").links()
    assert "/agents/ana-brandt" in links
    assert "/agents/harbour-union" not in links
    assert "/topics/toll" in page(client, "/all/topics?called=toll").links()
    assert "None is called so" in page(client, "/all/topics?called=xyz").said(
        "p.notice"
    )


def test_a_claim_says_all_that_is_known(client: TestClient) -> None:
    shown = page(client, f"/claims/{CLAIMS[0].id}")
    known = shown.said("dl.known")
    for words in ("here called “Foreign Minister Ana Brandt”", "demands: The speaker",
                  "cue: told", "11 March 2025 (stated in the text",
                  "The Example, 2025-03-12", "90 %", "by hand 1"):  # fmt: skip
        assert words in known
    assert "We need binding guarantees" in shown.inside("blockquote.context")
    citation = shown.said("p.citation")
    assert citation.startswith("Ana Brandt (for Norland) demands: “We need binding")
    assert f"https://onrecord.example/claim/{CLAIMS[0].id}" in citation


def test_what_a_claim_is_near_to(client: TestClient) -> None:
    union = next(claim for claim in CLAIMS if claim.stance == "seeks")
    assert "Others say otherwise" not in page(client, f"/claims/{union.id}").said("h2.")


@pytest.mark.parametrize("focus", [None, *(claim.id for claim in CLAIMS)])
def test_the_article_text_is_whole_and_its_evidence_marked(
    client: TestClient, focus: str | None
) -> None:
    query = f"?claim={focus}" if focus else ""
    shown = page(client, f"/articles/{ARTICLE.id}{query}")
    text = [(path, data) for path, data in shown.words if "div.text" in path
            and not path[-1].startswith("a.reference")]  # fmt: skip
    assert "".join(data for _, data in text) == HARBOUR
    wanted = [claim for claim in CLAIMS if focus in (None, claim.id)]
    for part in ("source", "cue", "content"):
        covered = set()
        position = 0
        for path, data in text:
            if f"is-{part}" in path[-1]:
                covered |= set(range(position, position + len(data)))
            position += len(data)
        expected = {
            place
            for claim in wanted
            for mark in marks(claim)
            if mark.part == part
            for place in range(mark.start, mark.end)
        }
        assert covered == expected


def test_each_claim_of_an_article_is_anchored_and_listed(client: TestClient) -> None:
    shown = page(client, f"/articles/{ARTICLE.id}")
    ids = {attributes.get("id") for _, attributes in shown.elements}
    for claim in CLAIMS:
        assert {f"at-{claim.id}", f"claim-{claim.id}"} <= ids
    page(client, f"/articles/{ARTICLE.id}?claim=none", 404)


def test_stances_are_words_and_not_colours_alone(client: TestClient) -> None:
    shown = page(client, f"/articles/{ARTICLE.id}")
    assert {"demands", "opposes", "seeks"} <= set(shown.inside("span.stance").split(
        None)) or "demands" in shown.inside("span.stance")  # fmt: skip
    assert "against toll" in shown.said("aside.margin")


WITH_FORMS = [
    "/agents/ana-brandt",
    "/topics/toll",
    f"/claims/{CLAIMS[0].id}",
    f"/articles/{ARTICLE.id}",
    "/compare?first=Ana+Brandt&second=Harbour+Union",
    "/shifts",
    "/paths?start=Ana+Brandt&end=topic:toll",
]


@pytest.mark.parametrize("address", WITH_FORMS)
def test_every_page_is_data_too(client: TestClient, address: str) -> None:
    stem, _, query = address.partition("?")
    asked = f"?{query}" if query else ""
    document = client.get(f"{stem}.json{asked}")
    assert document.headers["content-type"] == "application/json"
    by_accept = client.get(address, headers={"accept": "application/json"})
    one, other = json.loads(document.text), json.loads(by_accept.text)
    for page_ in (one, other):
        if "seconds" in page_:
            page_.pop("seconds")  # how long a path was searched
    assert one == other
    triples = []
    for suffix, media, syntax in (
        ("ttl", "text/turtle", ox.RdfFormat.TURTLE),
        ("jsonld", "application/ld+json", ox.RdfFormat.JSON_LD),
    ):
        answer = client.get(f"{stem}.{suffix}{asked}")
        assert answer.headers["content-type"].partition(";")[0] == media
        assert client.get(address, headers={"accept": media}).content == answer.content
        triples.append(set(ox.parse(answer.content, format=syntax)))
    assert len(triples[0]) == len(triples[1])
    shown = page(client, address)
    alternates = {a["href"] for a in shown.all("link") if a["rel"] == "alternate"}
    assert alternates == {f"{stem}.{s}{asked}" for s in ("json", "ttl", "jsonld")}


def test_what_has_no_such_form(client: TestClient) -> None:
    assert client.get("/compare.pdf").status_code == 404
    image = {"accept": "image/png"}
    assert client.get("/agents/ana-brandt", headers=image).status_code == 406
