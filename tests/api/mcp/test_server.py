"""The tools for agents, asked by the client of the protocol's own package."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp.client import Client
from mcp_types import CallToolResult, Tool

from api.mcp.server import mcp_server
from api.settings import Settings
from graph.store import Store
from ontology.claim import Claim
from tests.api.conftest import HARBOUR, fill, harbour
from tests.graph.dispute import ARTICLES
from tests.graph.servers import oxigraph

_, CLAIMS = harbour()


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open(None) as store:
        fill(store)
        yield store


Call = tuple[str, dict[str, object]]


def answers(store: Store, calls: Sequence[Call]) -> list[CallToolResult]:
    """The answers to several calls of one client."""

    async def ask() -> list[CallToolResult]:
        async with Client(mcp_server(store, Settings())) as client:
            return [await client.call_tool(tool, asked) for tool, asked in calls]

    return anyio.run(ask)


def contents(store: Store, *calls: Call) -> list[Any]:
    """What the tools gave back; none may fail."""
    found = answers(store, calls)
    assert [each.content for each in found if each.is_error] == []
    return [each.structured_content for each in found]


def cited(answer: object) -> Iterator[dict[str, Any]]:
    """Every claim anywhere in an answer."""
    if isinstance(answer, dict):
        if "proof" in answer:
            yield answer
        for each in answer.values():
            yield from cited(each)
    if isinstance(answer, list):
        for each in answer:
            yield from cited(each)


CALLS: list[tuple[Call, int]] = [
    (("search_claims", {"speaker": ["Norland"]}), 2),
    (("search_claims", {"stance": ["demands"], "since": "2025"}), 1),
    (("search_claims", {"q": "speaker:Norland -stance:asserts"}), 1),
    (("search_claims", {"text": "toll", "order": "relevance"}), 1),
    (("get_claim", {"id": CLAIMS[0].id}), 1),
    (("positions", {"speaker": "Harbour Union"}), 2),
    (("shifts", {}), 0),
    (("paths", {"start": "Ana Brandt", "end": "Harbour Union"}), 2),
    (("sparql", {"query": "SELECT ?c { ?c or:stance or:demands }"}), 1),
]
"""With how many claims at least come back."""


def test_every_claim_comes_with_source_and_span(store: Store) -> None:
    found = contents(store, *(call for call, _ in CALLS))
    for answer, (call, least) in zip(found, CALLS, strict=True):
        claims = list(cited(answer))
        assert len(claims) >= least, call
        for each in claims:
            text = store.article(each["source"]["id"]).text
            assert each["spans"]
            for proof in each["proof"]:
                start, end = proof["span"]
                assert text[start:end] == proof["text"]


def test_a_country_is_heard_through_those_who_speak_for_it() -> None:
    with Store.open(None) as store:
        store.load(ARTICLES.items())
        [found] = contents(store, ("shifts", {"speaker": "Arland"}))
    [shift] = found["shifts"]
    assert shift["topic"] == "neutrality"
    assert shift["before"]["speaker"] != shift["after"]["speaker"]


def test_a_claim_is_the_record_with_its_surroundings(store: Store) -> None:
    [found] = contents(store, ("get_claim", {"id": CLAIMS[1].id}))
    assert Claim.model_validate(found["claim"]) == CLAIMS[1]
    start, end = found["context_span"]
    assert HARBOUR[start:end] == found["context"]


def test_pages_go_on(store: Store) -> None:
    [first] = contents(store, ("search_claims", {"limit": 4}))
    more: dict[str, object] = {"limit": 4, "cursor": first["next"]}
    [second] = contents(store, ("search_claims", more))
    ids = {each["id"] for each in first["claims"] + second["claims"]}
    assert (len(ids), first["total"], second["next"]) == (6, 6, None)


def test_queries_and_the_schema_that_explains_them(store: Store) -> None:
    [schema] = contents(store, ("describe_schema", {}))
    assert (schema["articles"], schema["claims"]) == (3, 6)
    assert len(schema["stances"]) == 15
    assert any(term["term"] == "or:speaker" for term in schema["terms"])
    queries = [
        "ASK { ?c a or:Claim }",
        "CONSTRUCT WHERE { ?c or:stance ?s }",
        "SELECT * { ?a ?b ?c . ?d ?e ?f }",
        *(example["sparql"] for example in schema["examples"]),
    ]
    found = contents(store, *(("sparql", {"query": query}) for query in queries))
    assert found[0]["holds"] is True
    assert "or:demands" in found[1]["turtle"]
    assert found[2]["truncated"]
    assert len(str(found[2]["rows"])) < 200_000


REFUSED: list[tuple[Call, str]] = [
    (("search_claims", {"stance": ["mood"]}), "demands"),
    (("search_claims", {"since": "soon"}), "YYYY"),
    (("search_claims", {"q": "speaker:("}), "no value"),
    (("search_claims", {"query": "speaker:Norland"}), "query: nothing has this name;"),
    (("search_claims", {"limit": 1000}), "limit: Input should be less than or equal"),
    (("get_claim", {}), "id: is needed"),
    (("get_claim", {"id": "x"}), "no claim has the id"),
    (("paths", {"start": "nobody", "end": "Li"}), "nobody"),
    (("sparql", {"query": "DELETE WHERE { ?s ?p ?o }"}), "query"),
    (("sparql", {"query": "SELECT * { SERVICE <http://x/> {} }"}), "query"),
]
"""With a word of what is told."""


def test_what_cannot_be_answered_is_told(store: Store) -> None:
    found = answers(store, [call for call, _ in REFUSED])
    for answer, (call, told) in zip(found, REFUSED, strict=True):
        assert answer.is_error, call
        assert told in str(answer.content)
        assert "pydantic" not in str(answer.content)


def test_arguments_as_agents_write_them(store: Store) -> None:
    loose: dict[str, object] = {"speaker": "Norland", "since": None, "topic": None}
    strict: dict[str, object] = {"speaker": ["Norland"]}
    one, other = contents(store, ("search_claims", loose), ("search_claims", strict))
    assert one == other


def test_all_tools_only_read(store: Store) -> None:
    async def listed() -> list[Tool]:
        async with Client(mcp_server(store, Settings())) as client:
            return (await client.list_tools()).tools

    tools = anyio.run(listed)
    assert len(tools) == 7
    for tool in tools:
        assert tool.description
        assert tool.output_schema
        assert tool.annotations
        assert tool.annotations.read_only_hint


def test_sparql_is_asked_of_the_server_that_has_the_graphs(tmp_path: Path) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?claim a or:Claim }"
    with oxigraph(tmp_path) as server, Store.open(None, server=server.address) as store:
        fill(store)
        [found] = contents(store, ("sparql", {"query": query}))
    assert found["rows"] == [{"n": "6"}]
