from pathlib import Path

import pytest

from ontology.errors import BadInput
from ontology.ids import slug
from ontology.topics import load

OWN = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://my.example/t#fish> skos:prefLabel "fish"@en , "poisson"@fr ;
    skos:altLabel "cod"@en ; skos:broader <https://my.example/t#food> .
<https://my.example/t#food> skos:prefLabel "food"@en ;
    skos:broader <https://my.example/t#fish> .
"""


def test_ids_are_the_slugs_of_labels() -> None:
    assert [
        (c.id, slug(c.label)) for c in load().concepts if c.id != slug(c.label)
    ] == []


def test_no_two_topics_go_by_one_name() -> None:
    names = [
        name.casefold()
        for concept in load().concepts
        for name in (concept.label, *concept.alt_labels)
    ]
    assert sorted(names) == sorted(set(names))


def test_broader_topics_exist() -> None:
    scheme = load()
    assert {up for c in scheme.concepts for up in c.broader} <= set(scheme.by_id)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Truce", "ceasefire"),
        ("NATO accession", "nato-membership"),
        ("neutral status", "neutrality"),
        ("security assurances", "security-guarantees"),
        ("prisoner swap", "prisoners"),
    ],
)
def test_a_topic_is_found_by_its_names(name: str, id: str) -> None:
    found = load().named(name)
    assert found is not None
    assert found.id == id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("drought", "flood"),
        ("merger", "investment"),
        ("lawsuit", "verdict"),
        ("deportation", "immigration"),
        ("minimum wage", "pay offer"),
    ],
)
def test_different_things_are_different_topics(one: str, other: str) -> None:
    assert load().named(one) != load().named(other)


@pytest.mark.parametrize("name", ["convention", "epidemic", "nationalism", "virus"])
def test_a_name_of_several_things_is_no_topics(name: str) -> None:
    assert load().named(name) is None


def test_wider_and_narrower() -> None:
    assert load().wider("nato-membership") == {"nato-membership", "nato", "security"}
    assert "ceasefire" in load().narrower("peace")
    assert load().narrower("unheard of") == {"unheard of"}


def test_a_scheme_of_ones_own_may_go_round_in_a_circle(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text(OWN, encoding="utf-8")
    scheme = load(file)
    fish = scheme.by_id["fish"]
    assert {fish.label, *fish.alt_labels} == {"fish", "poisson", "cod"}
    assert scheme.narrower("food") == {"fish", "food"}
    assert scheme.wider("food") == {"fish", "food"}


def test_a_file_that_is_not_turtle_is_named(tmp_path: Path) -> None:
    file = tmp_path / "own.ttl"
    file.write_text("not turtle", encoding="utf-8")
    with pytest.raises(BadInput, match=r"own\.ttl"):
        load(file)
    with pytest.raises(BadInput, match=r"none\.ttl"):
        load(tmp_path / "none.ttl")
