"""The Reconciliation API, as OpenRefine asks it."""

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import Store
from ontology.stances import Stance
from tests.api.conftest import PLAIN, made_article, made_claim

ROOT = "/api/reconcile"


def reconciled(client: TestClient, **query: object) -> list[dict[str, Any]]:
    form = {"queries": json.dumps({"q0": query})}
    answer = client.post(ROOT, data=form)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["q0"]["result"]
    return found


def test_the_manifest_leads_everywhere(client: TestClient) -> None:
    manifest = client.get(ROOT).json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == "https://onrecord.example/"
    for part in (
        *manifest["suggest"].values(),
        manifest["extend"]["propose_properties"],
    ):
        found = client.get(part["service_url"] + part["service_path"])
        assert found.status_code == 200
    for address in (manifest["view"]["url"], manifest["preview"]["url"]):
        shown = client.get(
            address.replace("{{id}}", "agent/harbour-union"),
            headers={"accept": "application/ld+json, text/html;q=0.9"},
        )
        assert shown.status_code == 200


@pytest.mark.parametrize(
    ("query", "id", "match"),
    [
        ({"query": "Harbour Union"}, "agent/harbour-union", True),
        (
            {"query": "harbour-union", "type": "organization"},
            "agent/harbour-union",
            True,
        ),
        ({"query": "Brandt, Anna"}, "agent/ana-brandt", False),
        ({"query": "Harbor Unions"}, "agent/harbour-union", False),
        ({"query": "bridge", "type": "topic"}, "topic/bridge", True),
        ({"query": "Norland", "type": "agent", "limit": 1}, "agent/norland", True),
    ],
)
def test_names_are_matched(
    client: TestClient, query: dict[str, object], id: str, match: bool
) -> None:
    best = reconciled(client, **query)[0]
    assert (best["id"], best["match"]) == (id, match)
    assert 0 < best["score"] <= 100
    assert best["type"][-1]["id"] == id.partition("/")[0]


@pytest.mark.parametrize(
    "query",
    [
        {"query": ""},
        {"query": "zzzz"},
        {"query": "Harbour Union", "type": "person"},
        {"query": "Harbour Union", "type": "topic"},
        {"query": '" OR * NEAR('},
    ],
)
def test_what_is_not_there_is_not_found(
    client: TestClient, query: dict[str, object]
) -> None:
    assert reconciled(client, **query) == []


def test_properties_tell_namesakes_apart(client: TestClient) -> None:
    def score(principal: str) -> float:
        given = [{"pid": "represents", "v": {"id": "x", "name": principal}}]
        found = reconciled(client, query="Ana Brand", properties=given)
        best: float = found[0]["score"]
        return best

    assert score("Norland") > score("Southland")


def test_a_batch_has_an_answer_for_each(client: TestClient) -> None:
    batch = {name: {"query": name} for name in ("Li", "toll")}
    found = client.get(ROOT, params={"queries": json.dumps(batch)}).json()
    assert {name: each["result"][0]["id"] for name, each in found.items()} == {
        "Li": "agent/li",
        "toll": "topic/toll",
    }


def test_fields_that_mean_nothing_here_are_passed_over(client: TestClient) -> None:
    form = {f"other{number}": "x" for number in range(20)}
    assert client.post(ROOT, data=form).status_code == 200


def test_tables_get_further_columns(client: TestClient) -> None:
    names = ("claims", "kind", "represents", "first", "last", "broader")
    asked = {
        "ids": ["agent/ana-brandt", "topic/delay", "agent/nobody", "x"],
        "properties": [{"id": name} for name in names],
    }
    found = client.post(ROOT, data={"extend": json.dumps(asked)}).json()
    assert [each["id"] for each in found["meta"]] == list(names)
    assert found["rows"]["agent/ana-brandt"] == {
        "claims": [{"int": 2}],
        "kind": [{"str": "person"}],
        "represents": [{"id": "agent/norland", "name": "Norland"}],
        "first": [{"date": "2025-03-11"}],
        "last": [{"date": "2025-03-11"}],
        "broader": [],
    }
    assert found["rows"]["topic/delay"]["claims"] == [{"int": 2}]
    assert not any(found["rows"]["agent/nobody"].values())
    assert not any(found["rows"]["x"].values())


def test_suggestions(client: TestClient) -> None:
    def suggested(what: str, prefix: str) -> list[str]:
        address = f"{ROOT}/suggest/{what}"
        found = client.get(address, params={"prefix": prefix}).json()["result"]
        return [each["id"] for each in found]

    assert suggested("entity", "b") == [
        "agent/ana-brandt",
        "topic/binding-guarantees",
        "topic/bridge",
    ]
    assert suggested("type", "per") == ["person"]
    assert suggested("property", "speaks") == ["represents"]
    assert suggested("property", "claim") == ["claims", "first", "last"]
    proposed = client.get(f"{ROOT}/properties", params={"type": "person"}).json()
    assert "kind" in [each["id"] for each in proposed["properties"]]
    two = client.get(f"{ROOT}/properties", params={"limit": 2}).json()
    assert len(two["properties"]) == 2


def test_suggestions_go_on_where_the_last_ended() -> None:
    with Store.open(None) as store:
        for number in range(13):
            article = made_article(f"{number}: {PLAIN}")
            words = ("Li", "said", "The council backs the bridge")
            names = f"Bo {number}", Stance.SUPPORTS, f"bond {number}", words
            store.put(article, [made_claim(article, *names)])
        with TestClient(create_app(store, Settings())) as client:
            found: list[str] = []
            while page := client.get(
                f"{ROOT}/suggest/entity", params={"prefix": "bo", "cursor": len(found)}
            ).json()["result"]:
                found += [each["id"] for each in page]
    assert len(found) == len(set(found)) == 26


def test_a_preview_is_framed_and_runs_nothing(client: TestClient) -> None:
    found = client.get("/api/suggest", params={"q": "img"}).json()["agents"]
    shown = client.get(f"{ROOT}/preview", params={"id": f"agent/{found[0]['id']}"})
    assert "frame-ancestors *" in shown.headers["content-security-policy"]
    assert "<img" not in shown.text
    assert "&lt;img" in shown.text
    assert client.get(f"{ROOT}/preview", params={"id": "agent/no"}).status_code == 404


def test_a_preview_counts_what_the_match_counts(client: TestClient) -> None:
    for name in ("Norland", "Ana Brandt", "bridge"):
        found = reconciled(client, query=name)[0]
        shown = client.get(f"{ROOT}/preview", params={"id": found["id"]})
        assert f"<p>{found['description']}:" in shown.text


MANY = {str(number): {"query": "x"} for number in range(101)}


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ({"queries": "["}, "queries"),
        ({"queries": "[]"}, "queries"),
        ({"queries": '{"q0": {"query": 1}}'}, "q0.query"),
        ({"queries": '{"q0": {"query": "x", "type": "planet"}}'}, "type"),
        ({"queries": json.dumps(MANY)}, "101"),
        ({"extend": "{"}, "extend: not an extension"),
        ({"extend": "NaN"}, "extend: not an extension: Input should be"),
        ({"extend": '{"ids": []}'}, "properties"),
        ({"extend": '{"ids": ["x"], "properties": [{"id": "mood"}]}'}, "mood"),
    ],
)
def test_what_cannot_be_read_is_told(
    client: TestClient, form: dict[str, str], told: str
) -> None:
    answer = client.post(ROOT, data=form)
    assert answer.status_code == 422
    assert told in answer.json()["detail"]
