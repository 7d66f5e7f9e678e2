import pytest

from graph.features.between import Event, between, event
from graph.features.changes import Change, changes
from graph.features.silence import silent
from graph.features.topic_pairs import topic_pairs
from graph.search.filters import ClaimFilter
from graph.search.query import find
from ontology.errors import NotFound
from ontology.stances import Stance
from tests.graph.corpus import agent, article, claim, filled

ONE, TWO = article("One."), article("Two.")
MINISTER = agent("Ann Orlov", "Arland")
SUMMIT = claim(ONE, "Arland", "asserts", "summit", "the summit met", "2022-03-29")
MEANWHILE = claim(ONE, "Arland", "demands", "truce", "now", "2022-03-31")
FLOOD = claim(ONE, "Borland", "asserts", "flood", "a flood came", "2022-04-02")
FLOOD_AGAIN = claim(TWO, "Borland", "asserts", "flood", "it went", "2022-04-09")
LATER = claim(TWO, MINISTER, "demands", ("truce", "talks"), "later", "2022-05-01")
MODEL = filled(SUMMIT, MEANWHILE, FLOOD, FLOOD_AGAIN, LATER)


def test_topics_that_go_together() -> None:
    found = topic_pairs(MODEL, ClaimFilter())
    assert [(each.first.id, each.second.id, each.times) for each in found] == [
        ("summit", "truce", 1),
        ("truce", "talks", 1),
    ]
    demands = topic_pairs(MODEL, ClaimFilter.of(stance="demands"))
    assert [(each.first.id, each.second.id, each.speakers) for each in demands] == [
        ("truce", "talks", 1)
    ]


def test_who_never_spoke_of_it() -> None:
    truce = ClaimFilter.of(topic="truce")
    assert [who.id for who in silent(MODEL, truce)] == ["borland"]
    with pytest.raises(NotFound, match="everybody"):
        silent(MODEL, ClaimFilter.of(topic="trucks"))
    talks = ClaimFilter.of(topic="talks")
    assert [who.id for who in silent(MODEL, talks, ["Borland", "Arland"])] == [
        "borland"
    ]


def test_an_event_is_when_it_is_spoken_of() -> None:
    assert event(MODEL, ClaimFilter.of(topic="flood")) == Event(
        "2022-04-02", "2022-04-09"
    )
    assert event(MODEL, ClaimFilter.of(topic="nothing")) is None


def test_between_two_events() -> None:
    summit, flood = ClaimFilter(text="summit"), ClaimFilter.of(topic="flood")
    scope = between(MODEL, flood, summit, ClaimFilter.of(stance="demands"))
    assert scope is not None
    assert find(MODEL, scope).claims == (MEANWHILE,)
    assert between(MODEL, summit, ClaimFilter.of(topic="nothing")) is None


def test_what_changed_between_two_runs() -> None:
    other = MEANWHILE.model_copy(update={"stance": Stance.SEEKS, "id": "x"})
    found = changes([SUMMIT, MEANWHILE], [other, FLOOD])
    assert found.added == (FLOOD,)
    assert found.removed == (SUMMIT,)
    assert found.changed == (Change(MEANWHILE, other, ("stance",)),)
    assert changes([SUMMIT], [SUMMIT]).changed == ()
