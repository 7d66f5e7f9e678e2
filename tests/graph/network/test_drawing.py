import pytest

from graph.network.drawing import Bundle, Drawing, drawing, opening
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput, NotFound
from ontology.stances import Polarity, Stance
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
MODEL = filled(
    claim(PAGE, "Ann", "demands", "truce", "a", "2022-01-01"),
    claim(PAGE, "Ann", "demands", "truce", "b", "2022-01-20"),
    claim(PAGE, "Ann", "demands", "truce", "c", "2022-03-02"),
    claim(PAGE, "Ann", "demands", "truce", "d"),
    claim(PAGE, "Ann", "opposes", "bases", "e", addressee="Bo"),
    claim(PAGE, "Cy", "accuses", "flags", "f", "2022-01-05", target="Ann"),
)


def names(found: Drawing) -> set[str]:
    return {node.name for node in found.nodes}


def test_a_bundle_counts_its_claims_by_month() -> None:
    found = drawing(MODEL, ["agent:ann", "topic:truce"], ClaimFilter())
    assert found.bundles == (
        Bundle(
            0, 1, "topic", Stance.DEMANDS, Polarity.FOR, 4, "2022-01-01", "2022-03-02",
            ((0, 0, 1), (202201, 202201, 2), (202203, 202203, 1)),
        ),
    )  # fmt: skip


def test_unknown_nodes_are_told_and_the_rest_is_drawn() -> None:
    found = drawing(MODEL, ["topic:gone", "agent:cy", "cy", "agent:ann"], ClaimFilter())
    assert found.unknown == ("topic:gone",)
    assert [node.id for node in found.nodes] == ["cy", "ann"]
    assert [bundle.role for bundle in found.bundles] == ["target"]
    with pytest.raises(BadInput):
        drawing(MODEL, ["a"] * 2_001, ClaimFilter())


def test_it_opens_around_a_node() -> None:
    found = opening(MODEL, "Ann", ClaimFilter())
    assert found.nodes[0].id == "ann"
    assert names(found) == {
        "agent:ann", "topic:truce", "topic:bases", "agent:bo", "agent:cy"
    }  # fmt: skip
    assert not found.truncated
    assert opening(MODEL, "Ann", ClaimFilter(), most=3).truncated
    with pytest.raises(NotFound):
        opening(MODEL, "Nobody", ClaimFilter())


def test_it_opens_on_a_search() -> None:
    found = opening(MODEL, None, ClaimFilter.of(stance="accuses"))
    assert names(found) == {"agent:cy", "topic:flags"}
    whole = opening(MODEL, None, ClaimFilter(), most=2)
    assert (len(whole.nodes), whole.truncated) == (2, True)
