"""The API: claims, articles, and problem documents for what goes wrong."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from ontology.claim import Article, Claim
from tests.api.conftest import harbour, hostile

ARTICLE, CLAIMS = harbour()


def test_claims_are_the_records(client: TestClient) -> None:
    asked = {"speaker": "Norland", "stance": "demands"}
    answer = client.get("/api/claims", params=asked).json()
    assert [Claim.model_validate(record) for record in answer["claims"]] == [CLAIMS[0]]
    assert (answer["total"], answer["next"]) == (1, None)


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("", 6),
        ("stance=opposes&stance=seeks", 2),
        ("polarity=%2B", 2),
        ("from=2025-03&to=2025-03", 1),
        ("topic=delay&speaker=Harbour+Union", 1),
        ("text=hopes*", 1),
        ("text=%22%27%29+OR+1%3D1+--", 0),
        (f"article={ARTICLE.id}", 4),
    ],
)
def test_filters(client: TestClient, query: str, total: int) -> None:
    assert client.get(f"/api/claims?{query}").json()["total"] == total


def test_pages_follow_links_to_the_end(client: TestClient) -> None:
    ids, first = [], "/api/claims?limit=2"
    address: str | None = first
    while address:
        answer = client.get(address)
        ids += [claim["id"] for claim in answer.json()["claims"]]
        back = answer.links.get("first", {}).get("url")
        assert back == (first if address != first else None)
        address = answer.links.get("next", {}).get("url")
        assert bool(address) == bool(answer.json()["next"])
    assert len(ids) == len(set(ids)) == 6


@pytest.mark.parametrize("of", ["agents", "articles", "claims", "topics"])
def test_every_list_that_pages_leads_on(client: TestClient, of: str) -> None:
    answer = client.get(f"/api/{of}?limit=1")
    assert answer.json()["next"] in answer.links["next"]["url"]


def test_a_page_that_is_all_leads_nowhere(client: TestClient) -> None:
    bundle = "start=agent:ana-brandt&end=topic:delay"
    answer = client.get(f"/api/graph/claims?{bundle}&limit=1")
    assert (answer.json()["total"], answer.json()["next"]) == (1, None)
    assert "next" not in answer.links


@pytest.mark.parametrize(
    ("address", "accept"),
    [
        ("/agents/none.json", "*/*"),
        ("/agents/none.ttl", "*/*"),
        ("/query.csv?query=nonsense", "text/html"),
        ("/articles/none", "application/json"),
        ("/topics/none", "text/turtle"),
    ],
)
def test_who_reads_no_pages_gets_none(
    client: TestClient, address: str, accept: str
) -> None:
    answer = client.get(address, headers={"accept": accept})
    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"] == "application/problem+json"


def test_one_claim_and_its_article(client: TestClient) -> None:
    claim = client.get(f"/api/claims/{CLAIMS[1].id}").json()
    assert Claim.model_validate(claim) == CLAIMS[1]
    answer = client.get(f"/api/articles/{ARTICLE.id}").json()
    assert Article.model_validate(answer["article"]) == ARTICLE
    starts = [claim["content"]["spans"][0][0] for claim in answer["claims"]]
    assert starts == sorted(starts)
    assert {claim["id"] for claim in answer["claims"]} == {c.id for c in CLAIMS}


@pytest.mark.parametrize(
    ("address", "status", "field", "accepted"),
    [
        ("/api/claims?stance=shouts", 422, "stance", "'demands', 'proposes'"),
        ("/api/claims?from=March", 422, "from", "YYYY-MM-DD"),
        ("/api/claims?to=2025-02-30", 422, "to", "YYYY-MM-DD"),
        ("/api/claims?limit=0", 422, "limit", "greater than or equal to 1"),
        ("/api/claims?limit=x", 422, "limit", "integer"),
        ("/api/claims?speeker=Li", 422, "speeker", "nothing has this name; accepted"),
        ("/api/paths?start=Li", 422, "end", "is needed"),
        ("/api/claims?cursor=zzz", 422, None, None),
        ("/api/claims?from=2025&to=2024", 422, None, None),
        ("/api/claims/none", 404, None, None),
        ("/api/articles/none", 404, None, None),
        ("/api/none", 404, None, None),
    ],
)
def test_problems_name_field_and_what_is_accepted(
    client: TestClient, address: str, status: int, field: str | None, accepted: str
) -> None:
    answer = client.get(address)
    problem = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert (answer.status_code, problem["status"]) == (status, status)
    assert problem["title"]
    assert problem["detail"]
    if field is not None:
        assert problem["errors"][0]["field"] == field
        assert accepted in problem["errors"][0]["detail"]


def test_a_method_that_is_not_allowed_is_a_problem_too(client: TestClient) -> None:
    answer = client.post("/api/claims")
    assert answer.status_code == 405
    assert answer.headers["content-type"] == "application/problem+json"


def test_hostile_text_comes_back_as_it_is(client: TestClient) -> None:
    article, _ = hostile()
    answer = client.get(f"/api/articles/{quote(article.id)}").json()
    assert answer["article"]["text"] == article.text


def test_the_description_says_what_there_is(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]
    assert {"/api/claims", "/api/claims/{id}", "/api/articles/{id}", "/sparql"} <= set(
        paths
    )
    parameters = paths["/api/claims"]["get"]["parameters"]
    undescribed = [p["name"] for p in parameters if not p.get("description")]
    assert undescribed == []
