"""Comparison, shifts and paths, each with the sentences that prove them."""

from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from graph.store import Store
from ontology.claim import ClaimDate, DateBasis
from ontology.stances import Polarity, Stance
from tests.api.conftest import Made, made_article, made_claim
from tests.api.pages.markup import page


def said(name: str, stance: Stance, polarity: Polarity, day: str, words: str) -> Made:
    """An article in which somebody says something about the bridge."""
    article = made_article(f"{words}, {name} said.", title=f"Of {day}")
    date = ClaimDate(text=day, edtf=day, earliest=day, latest=day,
                     basis=DateBasis.STATED)  # fmt: skip
    parts = (name, "said", words)
    return article, (
        made_claim(
            article, name, stance, "bridge", parts, polarity=polarity, date=date
        ),
    )


@pytest.fixture(scope="module")
def bridge() -> Iterator[TestClient]:
    """Rossi turns against the bridge, Weiss is for it all along."""
    with Store.open(None) as store:
        for article, claims in (
            said("Rossi", Stance.SUPPORTS, Polarity.FOR, "2024-01-05", "We want it"),
            said("Rossi", Stance.OPPOSES, Polarity.AGAINST, "2025-02-01", "Never"),
            said("Weiss", Stance.DEMANDS, Polarity.FOR, "2025-01-01", "Build it"),
        ):
            store.put(article, claims)
        with TestClient(create_app(store, Settings())) as client:
            yield client


def test_a_shift_shows_then_and_now(bridge: TestClient) -> None:
    shown = page(bridge, "/shifts?speaker=Rossi")
    text = shown.said("section.pair")
    assert text.index("Then, 5 January 2024: for") < text.index("We want it")
    assert text.index("Now, 1 February 2025: against") < text.index("Never")
    assert "1 shift." in shown.said("p.")
    assert "1 shift." in page(bridge, "/shifts?topic=bridge").said("p.")
    none = page(bridge, "/shifts?speaker=Weiss")
    assert "A shift needs two dated claims" in none.said("div.notice more")
    assert "/agents/weiss" not in page(bridge, "/shifts?speaker=nobody").links()


def test_two_are_compared_with_their_quotes(bridge: TestClient) -> None:
    shown = page(bridge, "/compare?first=Rossi&second=Weiss")
    assert shown.inside("h1.") == "Rossi and Weiss"
    pair = shown.said("section.pair")
    assert "Rossi: against" in pair
    assert "Weiss: for" in pair
    assert "Never" in pair
    assert "Build it" in pair
    assert "They disagree" in shown.said("h2.")
    unknown = page(bridge, "/compare?first=Rossi&second=Nobody")
    assert "no agent is called 'Nobody'" in unknown.said("div.notice notice--wrong")


def test_a_path_shows_the_claim_of_every_step(bridge: TestClient) -> None:
    shown = page(bridge, "/paths?start=Rossi&end=Weiss")
    steps = shown.said("ol.hops more")
    assert steps.index("Rossi") < steps.index("bridge") < steps.rindex("Weiss")
    assert "1 claim joins" in steps or "2 claims join" in steps
    unknown = page(bridge, "/paths?start=Rossi&end=Nobody")
    assert "'Nobody'" in unknown.said("div.notice notice--wrong")


def test_who_turned_is_told_on_the_pages_about_both(bridge: TestClient) -> None:
    assert "Turned around" in page(bridge, "/agents/rossi").said("h2.")
    topic = page(bridge, "/topics/bridge")
    assert "1 on the other side before" in topic.said("section.side side--against")


def test_the_home_page_offers_what_the_store_can_answer(bridge: TestClient) -> None:
    shown = page(bridge, "/")
    questions = shown.said("ul.list questions")
    assert "Who is for bridge, and who against?" in questions
    assert "When did Rossi turn on bridge?" in questions
    for link in shown.links():
        if not link.startswith(("/graph", "/query")):
            assert bridge.get(link).status_code == 200, link
