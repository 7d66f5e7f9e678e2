"""Search: a query in words, values to narrow it by, and the claims that prove it."""

import pytest
from fastapi.testclient import TestClient

from tests.api.conftest import HARBOUR
from tests.api.pages.addresses import ARTICLE, CLAIMS
from tests.api.pages.markup import Page, page


def count(shown: Page) -> str:
    return " ".join("".join(
        data for path, data in shown.words if "div.count" in path and "h2." in path
    ).split())  # fmt: skip


def test_search_shows_who_what_when_and_the_proof(client: TestClient) -> None:
    shown = page(client, "/search?q=speaker:Norland+stance:demands")
    claim = shown.said("article.claim")
    for words in ("Ana Brandt", "for Norland", "demands", "for binding guarantees",
                  "11 March 2025", "word for word", "Harbour talks stall"):  # fmt: skip
        assert words in claim
    proof = HARBOUR.split("\n\n")[1].split(" The Harb")[0]
    assert shown.inside("blockquote.claim__proof") == proof
    assert count(shown) == "1 claim"
    id = CLAIMS[0].id
    assert f"/articles/{ARTICLE.id}?claim={id}#at-{id}" in shown.links()


def test_counts_follow_the_filters_and_lead_on(client: TestClient) -> None:
    shown = page(client, "/search?q=topic:delay")
    assert count(shown) == "2 claims"
    links = shown.links()
    assert "/search?q=topic%3Adelay&speaker=harbour-union" in links
    narrowed = page(client, "/search?q=topic%3Adelay&speaker=harbour-union")
    assert count(narrowed) == "1 claim"
    assert "seeks" in narrowed.said("article.claim")


def test_what_is_chosen_can_be_given_up_or_joined_by_another(
    client: TestClient,
) -> None:
    shown = page(client, "/search?topic=delay&stance=seeks")
    chosen = [a for a in shown.all("a") if a.get("aria-current") == "true"]
    addresses = [a["href"] for a in chosen]
    assert "/search?topic=delay" in addresses
    assert "/search?stance=seeks&topic=delay&stance=asserts" not in shown.links()
    assert (
        "/search?stance=seeks&stance=asserts&topic=delay"
        in [link for link in shown.links() if "asserts" in link]
        or "/search?topic=delay&stance=seeks&stance=asserts" in shown.links()
    )


def test_the_query_keeps_what_was_chosen(client: TestClient) -> None:
    shown = page(client, "/search?q=toll&stance=opposes&from=2024&outlet=the-example")
    fields = {(f["name"], f.get("value")) for f in shown.all("input") if f.get("value")}
    assert {("q", "toll"), ("stance", "opposes"), ("from", "2024"),
            ("outlet", "the-example")} <= fields  # fmt: skip


@pytest.mark.parametrize(
    ("query", "claims"),
    [
        ("year=2025", "1 claim"),
        ("year=2024&year=2025", "1 claim"),
        ("from=2025-03-11&to=2025-03-11", "1 claim"),
        ("polarity=-", "2 claims"),
        ("quote=direct", "1 claim"),
        ("outlet=the-example&stance=asserts", "1 claim"),
        ("order=confidence", "6 claims"),
    ],
)
def test_every_filter_filters(client: TestClient, query: str, claims: str) -> None:
    assert count(page(client, f"/search?{query}")) == claims


def test_words_that_are_a_name_lead_to_its_page(client: TestClient) -> None:
    shown = page(client, "/search?q=toll")
    assert "/topics/toll" in shown.links()
    assert "/agents/harbour-union" in page(client, "/search?q=harbour").links()
    each = page(client, "/search?q=brandt+toll").links()
    assert {"/agents/ana-brandt", "/topics/toll"} <= set(each)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=stance:shouts", "shouts"),
        ("stance=shouts", "shouts"),
        ("from=March", "'March' is not known"),
        ("q=(", "'(' that is not closed"),
        ("order=random", "random"),
        ("cursor=none", "cursor"),
    ],
)
def test_a_mistake_is_told_and_the_query_kept(
    client: TestClient, query: str, told: str
) -> None:
    shown = page(client, f"/search?{query}", 422)
    assert told in shown.said("div.notice notice--wrong")


def test_nothing_found_says_what_to_do(client: TestClient) -> None:
    shown = page(client, "/search?q=speaker:nobody")
    assert count(shown) == "No claim matches"
    assert "Fewer of them find more" in shown.said("div.notice block")
