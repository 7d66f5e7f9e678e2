import pytest

from graph.features.positions import positions, stands
from graph.search.filters import ClaimFilter
from tests.graph.corpus import agent, article, claim, filled

PAGE = article("One.")
MINISTER = agent("Ann Orlov", "Arland")
EARLY = claim(PAGE, "Arland", "demands", "truce", "a", "2022-01-01")
LATE = claim(PAGE, MINISTER, "opposes", "truce", "b", "2022-02-01")
MONTH = claim(PAGE, "Arland", "accepts", "truce", "c", "2022-01-01/2022-01-31")
UNDATED = claim(PAGE, "Arland", "asserts", ("truce", "talks"), "d")
OTHER = claim(PAGE, "Borland", "supports", "truce", "e", "2022-03-01")
MODEL = filled(EARLY, LATE, MONTH, UNDATED, OTHER)


def test_the_latest_on_each_topic_with_delegates() -> None:
    found = positions(MODEL, ClaimFilter.of(speaker="Arland"))
    assert [(each.topic.id, each.claim, each.claims) for each in found] == [
        ("truce", LATE, 4),
        ("talks", UNDATED, 1),
    ]


def test_only_its_own_voice() -> None:
    found = positions(MODEL, ClaimFilter.of(speaker="Arland", delegates=False))
    assert [(each.topic.id, each.claim) for each in found] == [
        ("truce", MONTH),
        ("talks", UNDATED),
    ]


def test_each_actor_on_one_topic() -> None:
    found = stands(MODEL, ClaimFilter.of(topic="truce"))
    assert [(each.speaker.id, each.claim, each.claims) for each in found] == [
        ("borland", OTHER, 1),
        ("ann-orlov", LATE, 1),
        ("arland", MONTH, 3),
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        ClaimFilter(topic=("talks",)),
        ClaimFilter(all_of=(ClaimFilter(topic=("talks",)),)),
        ClaimFilter(any_of=(ClaimFilter(topic=("talks",)),)),
    ],
)
def test_a_claim_s_other_topics_were_not_asked_about(wanted: ClaimFilter) -> None:
    found = positions(MODEL, ClaimFilter.of(speaker="Arland", all_of=(wanted,)))
    assert [(each.topic.id, each.claim) for each in found] == [("talks", UNDATED)]


def test_where_one_way_names_no_topic_any_will_do() -> None:
    ways = ({"topic": "talks"}, {"stance": "asserts"})
    found = positions(MODEL, ClaimFilter.of(speaker="Arland", any_of=ways))
    assert {each.topic.id for each in found} == {"talks", "truce"}


def test_nobody_has_no_position() -> None:
    assert positions(MODEL, ClaimFilter.of(speaker="Nobody")) == ()
