"""`/api/graph`: what the graph page asks for."""

from fastapi.testclient import TestClient

from graph.network.drawing import MOST_DRAWN

BRANDT, UNION = "agent:ana-brandt", "agent:harbour-union"


def test_a_drawing_opens_around_a_name(client: TestClient) -> None:
    drawn = client.get("/api/graph", params={"centre": "Ana Brandt"}).json()
    assert drawn["nodes"][0] == {
        "kind": "agent", "id": "ana-brandt", "label": "Ana Brandt"
    }  # fmt: skip
    bundle = next(each for each in drawn["bundles"] if each["stance"] == "demands")
    assert (bundle["claims"], bundle["first"]) == (1, "2025-03-11")
    assert bundle["months"] == [[202503, 202503, 1]]
    assert client.get("/api/graph", params={"centre": "Nobody"}).status_code == 404


def test_nodes_on_the_screen_are_joined(client: TestClient) -> None:
    body = {"nodes": [BRANDT, UNION, "topic:delay", "topic:none"]}
    drawn = client.post("/api/graph", json=body).json()
    assert len(drawn["nodes"]) == 3
    assert len(drawn["bundles"]) == 2
    assert drawn["unknown"] == ["topic:none"]


def test_a_node_is_expanded_by_kinds_of_edges(client: TestClient) -> None:
    kinds = client.get("/api/graph/edges", params={"node": BRANDT}).json()
    chosen = [each["kind"] for each in kinds if each["kind"]["stance"] == "asserts"]
    assert len(kinds) == 2
    body = {"nodes": [BRANDT], "node": BRANDT, "kinds": chosen}
    drawn = client.post("/api/graph/expansion", json=body).json()
    assert [node["id"] for node in drawn["nodes"]] == ["ana-brandt", "delay"]


def test_the_claims_behind_an_edge(client: TestClient) -> None:
    asked = {"start": BRANDT, "end": "topic:binding-guarantees"}
    found = client.get("/api/graph/claims", params=asked).json()
    assert found["total"] == 1
    none = client.get("/api/graph/claims", params={**asked, "stance": "warns"})
    assert none.json()["total"] == 0
    topic = client.get("/api/graph/claims", params={"start": "topic:a", "end": "b"})
    assert topic.status_code == 422


def test_a_full_screen_takes_no_more(client: TestClient) -> None:
    nodes = [f"topic:{number}" for number in range(MOST_DRAWN)]
    body = {"nodes": nodes, "node": "agent:li"}
    assert client.post("/api/graph/expansion", json=body).status_code == 200
