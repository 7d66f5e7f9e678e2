from collections.abc import Iterator

import pytest

from graph.derivation import STEP, relate, related
from graph.relations import Kind, relations
from graph.store import Store
from tests.graph import dispute
from tests.graph.corpus import article, claim, filled
from tests.graph.dispute import NAMES
from tests.graph.stored import everything

EXPECTED = {
    (Kind.RESTATES, "NO_TRUCE_AGAIN", "NO_TRUCE"),
    (Kind.RESTATES, "NO_TRUCE_AT_ALL", "NO_TRUCE_AGAIN"),
    (Kind.CONTRADICTS, "REFUSAL", "DEMAND"),
    (Kind.CONTRADICTS, "BACKING", "REFUSAL"),
    (Kind.CONTRADICTS, "DROPPED", "BACKING"),
    (Kind.CONTRADICTS, "OFFER", "NO_TRUCE_AT_ALL"),
    (Kind.RESPONDS_TO, "REFUSAL", "DEMAND"),
}


@pytest.fixture
def store() -> Iterator[Store]:
    with dispute.store() as filled:
        yield filled


def test_the_relations_of_a_dispute(store: Store) -> None:
    found = {
        (each.kind, NAMES[each.claim], NAMES[each.other]) for each in relations(store)
    }
    assert found == EXPECTED


def test_a_speaker_that_turns_reverses_itself_and_contradicts_others() -> None:
    page = article("One.")
    before = claim(page, "Ann", "supports", "truce", "a", "2022-01-01")
    other = claim(page, "Bo", "supports", "truce", "b", "2022-01-02")
    after = claim(page, "Ann", "opposes", "truce", "c", "2022-01-03")
    found = {
        (each.kind, each.claim, each.other)
        for each in relations(filled(before, other, after))
    }
    assert found == {
        (Kind.REVERSES, after.id, before.id),
        (Kind.CONTRADICTS, after.id, other.id),
    }


def test_the_step_can_be_run_again(store: Store) -> None:
    counts = relate(store)
    assert counts == {Kind.RESTATES: 2, Kind.CONTRADICTS: 4, Kind.RESPONDS_TO: 1}
    written = set(everything(store))
    assert relate(store) == counts
    assert set(everything(store)) == written


def test_they_leave_with_their_claims(store: Store) -> None:
    relate(store)
    store.remove(dispute.POST.id)
    relate(store)
    found = related(store, dispute.OFFER.id)
    assert [NAMES[each.other] for each in found] == ["NO_TRUCE_AT_ALL"]
    assert related(store, dispute.DEMAND.id) == ()


def test_related_both_ways(store: Store) -> None:
    relate(store)
    found = {
        (each.kind, NAMES[each.claim], NAMES[each.other])
        for each in related(store, dispute.REFUSAL.id)
    }
    assert found == {each for each in EXPECTED if "REFUSAL" in each}


def test_the_step_is_named_in_their_graph(store: Store) -> None:
    relate(store)
    graph = store.iris.graph("relations")
    assert store.sparql(
        f"ASK {{ GRAPH {graph} {{ {graph} prov:wasGeneratedBy/prov:wasAssociatedWith"
        f' ?step . ?step schema:name "{STEP.name}" ;'
        f' schema:softwareVersion "{STEP.version}" }} }}'
    )
