"""`/feeds/claims.atom` is a feed that programs read, of the claims that match."""

from xml.etree import ElementTree as xml

import pytest
from fastapi.testclient import TestClient

from api.showing.atom import NAMESPACE, NEVER
from extract.reading.extras import web


def names(parent: xml.Element, name: str) -> list[str]:
    return [node.text or "" for node in parent.iter(f"{{{NAMESPACE}}}{name}")]


def test_the_feed_has_the_claims_that_match(client: TestClient) -> None:
    answer = client.get("/feeds/claims.atom?speaker=Norland&stance=demands")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    found = web("feedparser", "feeds").parse(answer.content)
    assert not found.bozo
    assert found.feed.title == "On the Record: Norland, demands"
    (entry,) = found.entries
    assert entry.title == "Ana Brandt demands: binding guarantees"
    assert entry.author == "Ana Brandt"
    assert entry.summary == "We need binding guarantees"
    assert entry.updated == "2025-03-12T00:00:00Z"
    assert {link.rel for link in entry.links} == {"alternate", "via"}
    assert client.get(entry.link).status_code == 200


@pytest.mark.parametrize(
    "query", ["", "?text=nothing-says-this", "?outlet=The+Example"]
)
def test_every_feed_is_valid(client: TestClient, query: str) -> None:
    """As RFC 4287 has it: one id, title and update of each, ids unique; legal XML."""
    root = xml.fromstring(client.get(f"/feeds/claims.atom{query}").content)
    entries = root.findall(f"{{{NAMESPACE}}}entry")
    for each in (root, *entries):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{{{NAMESPACE}}}{name}")) == 1
    assert len(set(names(root, "id"))) == len(entries) + 1
    times = names(root, "updated")
    assert times[0] == max(times[1:], default=NEVER)
    selves = [n for n in root.findall(f"{{{NAMESPACE}}}link") if n.get("rel") == "self"]
    assert [n.get("href") for n in selves] == [
        f"http://testserver/feeds/claims.atom{query}"
    ]


def test_who_has_it_is_told_so(client: TestClient) -> None:
    first = client.get("/feeds/claims.atom")
    again = client.get(
        "/feeds/claims.atom", headers={"if-none-match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_a_question_that_cannot_be_put_is_refused(client: TestClient) -> None:
    assert client.get("/feeds/claims.atom?stance=shouts").status_code == 422
    assert client.get("/feeds/claims.atom?speeker=a").status_code == 422
