import pytest

from graph.network.expansion import (
    EdgeKind,
    Role,
    Way,
    edge_kinds,
    joined,
    joining_claims,
)
from graph.search.filters import ClaimFilter
from graph.search.query import find
from ontology.errors import BadInput, NotFound
from ontology.stances import Stance
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
MODEL = filled(
    claim(PAGE, "Ann", "demands", "truce", "a", "2022-01-01"),
    claim(PAGE, "Ann", "demands", "truce", "b", "2022-01-20"),
    claim(PAGE, "Ann", "demands", "bases", "c", "2022-01-20", addressee="Bo"),
    claim(PAGE, "Cy", "accuses", "flags", "d", "2022-01-05", target="Ann"),
    claim(PAGE, "Dee", "opposes", "truce", "e"),
)
ALL = ClaimFilter()
TOPICS = EdgeKind(Role.TOPIC, Way.OUT, Stance.DEMANDS)
ADDRESSEES = EdgeKind(Role.ADDRESSEE, Way.OUT, Stance.DEMANDS)
ACCUSERS = EdgeKind(Role.TARGET, Way.IN, Stance.ACCUSES)


def test_kinds_of_edges_are_counted() -> None:
    kinds = edge_kinds(MODEL, "agent:ann", ALL)
    told = {each.kind: (each.nodes, each.claims) for each in kinds}
    assert told == {TOPICS: (2, 3), ADDRESSEES: (1, 1), ACCUSERS: (1, 1)}
    with pytest.raises(NotFound):
        edge_kinds(MODEL, "agent:none", ALL)


def test_a_topic_has_edges_from_its_speakers() -> None:
    kinds = edge_kinds(MODEL, "topic:truce", ALL)
    assert [(each.kind.stance, each.nodes, each.claims) for each in kinds] == [
        (Stance.DEMANDS, 1, 2),
        (Stance.OPPOSES, 1, 1),
    ]
    late = ClaimFilter.of(since="2022-01-10")
    assert [each.claims for each in edge_kinds(MODEL, "topic:truce", late)] == [1]


@pytest.mark.parametrize(
    ("kinds", "found"),
    [
        ([], ("topic:truce", "agent:bo", "agent:cy", "topic:bases")),
        ([TOPICS], ("topic:truce", "topic:bases")),
        ([ACCUSERS], ("agent:cy",)),
        ([ACCUSERS, ADDRESSEES], ("agent:bo", "agent:cy")),
    ],
)
def test_what_edges_join(kinds: list[EdgeKind], found: tuple[str, ...]) -> None:
    names = joined(MODEL, "agent:ann", ALL, kinds=kinds)
    assert (names[0], set(names)) == (found[0], set(found))


def test_what_is_on_the_screen_is_left_out() -> None:
    shown = ["topic:truce", "agent:cy"]
    names = joined(MODEL, "Ann", ALL, without=shown, limit=1)
    assert len(names) == 1
    assert not {*names} & {*shown}
    with pytest.raises(BadInput):
        joined(MODEL, "Ann", ALL, limit=0)


def test_the_claims_behind_a_bundle() -> None:
    def texts(start: str, end: str, wanted: ClaimFilter = ALL) -> set[str]:
        found = find(MODEL, joining_claims(start, end, wanted))
        return {claim.content.text for claim in found.claims}

    assert texts("agent:ann", "topic:truce") == {"a", "b"}
    assert texts("agent:ann", "agent:bo") == {"c"}
    assert texts("agent:cy", "agent:ann") == {"d"}
    assert texts("agent:ann", "topic:truce", ClaimFilter.of(until="2022-01-10")) == {
        "a"
    }
    with pytest.raises(BadInput):
        joining_claims("topic:truce", "agent:ann", ALL)
