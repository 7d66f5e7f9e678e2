"""Profiles: an agent or a topic with what its claims add up to."""

import pytest

from graph.catalogue.profiles import agent_profile, topic_profile
from graph.search.filters import ClaimFilter
from graph.search.timeline import Split, timeline
from ontology.errors import NotFound
from tests.graph import dispute

STORE = dispute.store()


def test_an_agent_counts_what_is_said_for_it() -> None:
    found = agent_profile(STORE, "Arland")
    assert (found.kind, found.claims) == ("country", 5)
    wanted = ClaimFilter.of(speaker="arland")
    assert found.months == timeline(STORE, wanted, split=Split.POLARITY)
    assert sum(count.claims for count in found.stances) == 9
    assert found.topics[0].value == "truce"


def test_a_topic_has_its_speakers_and_those_below_it() -> None:
    found = topic_profile(STORE, "security")
    assert found.topic.claims == 0
    below = [each.id for each in found.below]
    assert below[:2] == ["neutrality", "security-guarantees"]
    assert set(below) == set(found.narrower)
    assert {count.value for count in found.speakers} >= {"arland", "bo-berg"}


def test_who_is_not_known_is_not_found() -> None:
    with pytest.raises(NotFound):
        agent_profile(STORE, "nobody")
