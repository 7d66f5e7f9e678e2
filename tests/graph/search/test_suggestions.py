"""Suggestions: what may be meant while it is typed, however little that is."""

import pytest

from graph.curation.curation import AGENTS
from graph.curation.decision import Decision
from graph.decisions import merge
from graph.search.suggestions import suggestions
from tests.graph import dispute

STORE = dispute.store()


@pytest.mark.parametrize(
    ("typed", "agents", "topics"),
    [
        ("t", [], ["truce"]),
        ("B", ["bo-berg", "borland"], ["bases", "constitution", "security-guarantees"]),
        ("orl ser", ["sergei-orlov"], []),
        ("bórl", ["borland"], []),
        ("orland", [], []),
        ("", [], []),
        (" *-\"' ", [], []),
        ('bases" OR *', [], []),
    ],
)
def test_suggestions(typed: str, agents: list[str], topics: list[str]) -> None:
    found = suggestions(STORE, typed)
    assert [each.id for each in found.agents] == agents
    assert [each.id for each in found.topics] == topics


def test_who_has_most_claims_comes_first() -> None:
    [arland] = suggestions(STORE, "a", limit=1).agents
    assert (arland.label, arland.kind, arland.claims) == ("Arland", "country", 5)


def test_a_name_that_was_taken_over_finds_its_owner() -> None:
    store = dispute.store()
    decided = Decision(by="desk", at="2025-01-01T00:00:00Z")
    merge(store, AGENTS, "arland", "borland", decided)
    assert [each.id for each in suggestions(store, "borl").agents] == ["arland"]
