"""The step: which names of several articles are one person's, and which are not."""

from pathlib import Path

import pytest

from graph.care import check, reindex
from graph.identity.step import Found, identify
from graph.store import Store
from graph.validate import validate
from ontology.claim import Agent
from tests.graph.newsroom import country, newsroom, person, sources, speakers, told

NORLAND, SUDLAND = country("Norland"), country("Sudland")

USHAKOV = person("Yuri Ushakov", "Norland", role="foreign policy adviser")
TRUMP = person("Donald Trump", "Norland", role="President")
MINISTER = person("John Smith", "Norland", role="Minister")
COACH = person("John Smith", role="head coach")
NAMESAKE = person("John Smith", "Sudland", role="Minister")

ONE = [
    (USHAKOV, person("Ushakov", "Norland")),
    (USHAKOV, person("Ushakov", role="policy adviser")),
    (USHAKOV, person("Ushakov")),
    (TRUMP, person("Trump")),
    (person("Ursula von der Leyen"), person("von der Leyen")),
    (person("Robert F. Kennedy", "Norland"), person("Robert Kennedy", "Norland")),
    (person("John Smith", "Norland"), person("J. Smith", "Norland")),
    (person("Xi Jinping", "Norland"), person("Xi", "Norland")),
    (TRUMP, person("Donald Trump", role="businessman")),
]
"""The same person under another name."""

TWO = [
    (TRUMP, person("Melania Trump")),
    (TRUMP, person("Trump", "Sudland", role="Minister")),
    (TRUMP, person("Trump", role="goalkeeper")),
    (USHAKOV, person("Ushakov", role="plumber")),
    (MINISTER, NAMESAKE),
    (MINISTER, COACH),
    (person("Xi Jinping"), person("Xi")),
    (person("John Smith"), person("J. Smith")),
    (person("Ana Smith", "Norland"), MINISTER),
    (MINISTER, person("Smith", "Sudland")),
    (person("Smith", role="Minister"), person("Smith", role="goalkeeper")),
]
"""Somebody else, or somebody who may be."""


@pytest.mark.parametrize(("full", "short"), ONE)
def test_one_person(full: Agent, short: Agent) -> None:
    lands = told(0, NORLAND, SUDLAND)
    with newsroom(told(1, full), told(2, short), lands) as store:
        identify(store)
        assert sources(store, full.id) == {"1", "2"}
        assert sources(store, short.name) >= {"1", "2"}
        assert speakers(store)["2"] == full.id
        assert check(store) == ()


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_persons(one: Agent, other: Agent) -> None:
    lands = told(0, NORLAND, SUDLAND)
    with newsroom(told(1, one), told(2, other), lands) as store:
        identify(store)
        found = speakers(store)
        assert found["1"] != found["2"]
        assert sources(store, found["1"]) == {"1"}
        assert check(store) == ()


def test_of_two_of_a_family_the_one_with_evidence_is_meant() -> None:
    ana = person("Ana Smith", "Sudland")
    told_of = [told(1, MINISTER), told(2, ana), told(3, person("Smith", "Sudland"))]
    unclear = told(4, person("Smith"))
    with newsroom(*told_of, unclear, told(0, NORLAND, SUDLAND)) as store:
        identify(store)
        assert sources(store, "ana-smith") == {"2", "3"}
        assert speakers(store)["4"] == "smith"


def test_a_short_name_of_another_time_is_not_taken_for_who_bears_it_now() -> None:
    old = told(2, person("Ushakov"), published="1998-01-01")
    with newsroom(told(1, USHAKOV), old) as store:
        assert identify(store) == Found(0, 0)


def test_countries_may_be_told_from_outside() -> None:
    with newsroom(told(1, MINISTER), told(2, NAMESAKE)) as store:
        assert identify(store) == Found(0, 0)
        assert identify(store, countries={"norland", "sudland"}) == Found(2, 0)
        assert speakers(store) == {"1": "john-smith-norland", "2": "john-smith-sudland"}
        assert sources(store, "John Smith") == {"1", "2"}
        assert sources(store, "john-smith") == {"1", "2"}
        assert sources(store, "john-smith-norland") == {"1"}


def test_a_second_run_writes_nothing_and_a_new_article_may_undo_it() -> None:
    with newsroom(told(1, TRUMP), told(2, person("Trump"))) as store:
        assert identify(store) == Found(1, 0)
        revision = store.revision
        assert identify(store) == Found(1, 0)
        assert store.revision == revision
        store.put(*told(3, person("Melania Trump")))
        assert identify(store) == Found(0, 0)
        assert speakers(store)["2"] == "trump"
        assert check(store) == ()


def test_the_article_keeps_the_name_that_it_gives() -> None:
    within, claims = told(2, person("Ushakov"))
    with newsroom(told(1, USHAKOV), (within, claims)) as store:
        identify(store)
        assert store.recorded(within.id) == claims
        assert store.claim(claims[0].id).speaker.name == "Yuri Ushakov"
        assert store.claim(claims[0].id).speaker.mention == "Ushakov"
        assert store.sparql(
            "ASK { ?found a or:Identification ; prov:wasAssociatedWith ?step ;"
            " or:identified <https://onrecord.example/agent/ushakov> ;"
            " or:identifiedAs <https://onrecord.example/agent/yuri-ushakov> ;"
            f" or:inArticle <{store.iris.article(within.id).value}> ;"
            " rdfs:comment 'the only Ushakov in the store' }"
        )
        assert validate(store).conforms


def test_principals_are_shown_by_the_same_name() -> None:
    aide = person("Ana Brandt", "Trump")
    meant = told(2, person("Trump"), aide)
    with newsroom(told(1, TRUMP), meant) as store:
        identify(store)
        assert {
            c.speaker.represents[0].id for c in store.claims_of(meant[0].id)[1:]
        } == {"donald-trump"}


def test_it_is_kept_on_disk_and_built_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put(*told(1, USHAKOV))
        store.put(*told(2, person("Ushakov")))
        identify(store)
        reindex(store)
        assert check(store) == ()
    with Store.open(tmp_path, read_only=True) as store:
        assert sources(store, "yuri-ushakov") == sources(store, "ushakov") == {"1", "2"}


def test_a_read_model_that_missed_it_is_built_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put(*told(1, USHAKOV))
        store.put(*told(2, person("Ushakov")))
        behind = store.read_model.revision
        identify(store)
        store.read_model.put(*told(2, person("Ushakov")), behind)
    with Store.open(tmp_path) as store:
        assert check(store) == ()
        assert sources(store, "yuri-ushakov") == {"1", "2"}
