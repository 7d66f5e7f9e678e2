import pytest

from graph.features.comparison import agreements, compare
from graph.search.filters import ClaimFilter
from ontology.errors import BadInput
from tests.graph.corpus import agent, article, claim, filled

PAGE = article("One.")
MINISTER = agent("Ann Orlov", "Arland")
MODEL = filled(
    claim(PAGE, MINISTER, "supports", "truce", "a", "2022-01-01"),
    claim(PAGE, "Borland", "opposes", "truce", "b", "2022-01-02"),
    claim(PAGE, "Arland", "opposes", "talks", "c", "2022-01-01"),
    claim(PAGE, "Arland", "demands", "talks", "d", "2022-01-02"),
    claim(PAGE, "Borland", "demands", "talks", "e", "2022-01-02"),
    claim(PAGE, "Arland", "demands", "bases", "f", "2022-01-02"),
    claim(PAGE, "Arland", "asserts", "weather", "g", "2022-01-02"),
    claim(PAGE, "Borland", "asserts", "weather", "h", "2022-01-02"),
    claim(PAGE, "Cerland", "opposes", "truce", "i"),
)


def test_two_actors_side_by_side() -> None:
    found = compare(MODEL, "Arland", "Borland")
    assert [each.topic.id for each in found.agree] == ["talks"]
    assert [each.topic.id for each in found.oppose] == ["truce"]
    assert [each.topic.id for each in found.only_first] == ["bases"]
    assert found.only_second == ()
    shown = found.oppose[0]
    assert [shown.first.claim.content.text, shown.second.claim.content.text] == [
        "a",
        "b",
    ]


@pytest.mark.parametrize("actors", [["Arland"], ["Arland", "Borland", "arland"]])
def test_one_is_not_compared_with_itself(actors: list[str]) -> None:
    with pytest.raises(BadInput, match="each named once"):
        agreements(MODEL, actors)


def test_a_filter_bounds_it() -> None:
    found = compare(MODEL, "Arland", "Borland", ClaimFilter.of(until="2022-01-01"))
    assert found.agree == found.oppose == ()


def test_every_two_of_several() -> None:
    found = agreements(MODEL, ["Arland", "Borland", "Cerland"])
    assert [
        (each.first, each.second, len(each.agree), len(each.oppose)) for each in found
    ] == [
        ("Arland", "Borland", 1, 1),
        ("Arland", "Cerland", 0, 1),
        ("Borland", "Cerland", 1, 0),
    ]
