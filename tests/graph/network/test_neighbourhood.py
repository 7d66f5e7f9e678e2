import pytest

from graph.network.links import Link, Subgraph
from graph.network.neighbourhood import among, joining, neighbourhood
from graph.network.nodes import Node
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput, NotFound
from ontology.stances import Polarity, Stance
from tests.graph.corpus import article, claim, filled

PAGE = article("One.")
MODEL = filled(
    claim(PAGE, "Ann", "demands", "truce", "a", "2022-01-01"),
    claim(PAGE, "Ann", "demands", "truce", "b", "2022-02-01"),
    claim(PAGE, "Ann", "opposes", "bases", "c", addressee="Bo"),
    claim(PAGE, "Bo", "opposes", "truce", "d", "2022-01-05"),
    claim(PAGE, "Cy", "accuses", "bases", "e", "2022-01-05", target="Ann"),
    claim(PAGE, "Dee", "supports", "flags", "f", "2022-01-05"),
)
ANN, BO = Node("agent", "ann", "Ann"), Node("agent", "bo", "Bo")
TRUCE = Node("topic", "truce", "truce")


def ids(found: Subgraph) -> list[str]:
    return [node.id for node in found.nodes]


def test_what_lies_around_a_node() -> None:
    found = neighbourhood(MODEL, "Ann")
    assert set(ids(found)) == {"ann", "truce", "bases", "bo", "cy"}
    assert ids(found)[:2] == ["ann", "truce"]
    assert not found.truncated
    assert found.links[0] == Link(
        ANN, TRUCE, "topic", Stance.DEMANDS, Polarity.FOR, 2, "2022-01-01", "2022-02-01"
    )
    roles = {(link.start.id, link.role, link.end.id) for link in found.links}
    assert ("ann", "addressee", "bo") in roles
    assert ("cy", "target", "ann") in roles


def test_caps_say_truncated() -> None:
    found = neighbourhood(MODEL, "Ann", each=1)
    assert (ids(found), found.truncated) == (["ann", "truce"], True)
    few = neighbourhood(MODEL, "Ann", most=3)
    assert (len(few.nodes), few.truncated) == (3, True)


def test_depth() -> None:
    assert ids(neighbourhood(MODEL, "Bo", depth=1)) != ids(
        neighbourhood(MODEL, "Bo", depth=2)
    )
    assert "flags" not in ids(neighbourhood(MODEL, "Bo", depth=3))


def test_a_filter_bounds_it() -> None:
    found = neighbourhood(MODEL, "Ann", ClaimFilter.of(stance="opposes"))
    assert set(ids(found)) == {"ann", "bases", "bo"}
    # the bounds of an edge allow for it, its claims do not
    late = neighbourhood(MODEL, "truce", ClaimFilter.of(since="2022-01-20"))
    assert ids(late) == ["truce", "ann"]


@pytest.mark.parametrize("changes", [{"depth": 4}, {"each": 0}, {"most": 0}])
def test_numbers_out_of_bounds_are_refused(changes: dict[str, int]) -> None:
    with pytest.raises(BadInput, match=next(iter(changes))):
        neighbourhood(MODEL, "Ann", None, **changes)
    with pytest.raises(NotFound):
        neighbourhood(MODEL, "Nobody")


def test_what_joins_several() -> None:
    found = joining(MODEL, ["Bo", "Cy", "truce"])
    assert set(ids(found)) == {"bo", "cy", "truce", "ann"}
    apart = joining(MODEL, ["Ann", "Dee"])
    assert (ids(apart), apart.links) == (["ann", "dee"], ())
    with pytest.raises(BadInput):
        joining(MODEL, ["Ann"])


def test_what_links_those_on_screen() -> None:
    found = among(MODEL, ["Ann", "Bo"])
    assert ids(found) == ["ann", "bo"]
    assert [(link.role, link.stance) for link in found.links] == [
        ("addressee", Stance.OPPOSES)
    ]
