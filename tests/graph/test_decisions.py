"""Persons' decisions on names, and their own topic scheme."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.care import check
from graph.catalogue.topic_list import topic
from graph.curation.curation import AGENTS, TOPICS
from graph.curation.decision import Decision
from graph.curation.reviews import Status
from graph.curation.scheme_changes import Property, SchemeChanges, from_rdf, to_rdf
from graph.decisions import merge, named, nest, rename, split
from graph.identity.step import Found, identify
from graph.mapping.iris import Iris
from graph.review import review
from graph.search.facets import Field, facets
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from graph.validate import validate
from ontology.errors import BadInput, NotFound
from tests.graph.newsroom import (
    DECISION,
    LATER,
    country,
    newsroom,
    person,
    sources,
    speakers,
    told,
)

TRUMP, MELANIA = person("Donald Trump"), person("Melania Trump")
SHORT, LI = person("Trump"), person("Li Na")


def about(store: Store, topic: str, *, narrower: bool = True) -> set[str]:
    """The numbers of the articles in which a topic is found."""
    wanted = ClaimFilter.of(topic=topic, narrower=narrower)
    assert check(store) == ()
    return {c.article.source.removesuffix(".txt") for c in find(store, wanted).claims}


def labels(store: Store) -> set[str]:
    counts = facets(store, ClaimFilter(), fields=[Field.TOPIC])[Field.TOPIC]
    return {count.label for count in counts if count.claims}


def test_a_merge_shows_the_name_that_stays() -> None:
    with newsroom(told(1, TRUMP), told(2, LI)) as store:
        merge(store, AGENTS, "Donald Trump", "li-na", DECISION)
        assert sources(store, "Donald Trump") == sources(store, "Li Na") == {"1", "2"}
        assert {c.speaker.name for c in find(store, ClaimFilter()).claims} == {
            "Donald Trump"
        }
        assert store.sparql(
            "ASK { ?d a or:Identification ; or:identifiedAs ?a ;"
            " prov:wasAssociatedWith/rdfs:label 'Ada' ; prov:endedAtTime ?t }"
        )
        assert validate(store).conforms
        with pytest.raises(BadInput, match="donald-trump already"):
            merge(store, AGENTS, "Donald Trump", "li-na", DECISION)


def test_a_split_takes_a_merge_back_and_a_merge_a_split() -> None:
    with newsroom(told(1, TRUMP), told(2, LI)) as store:
        merge(store, AGENTS, "donald-trump", "li-na", DECISION)
        split(store, AGENTS, "donald-trump", "Li Na", LATER)
        assert speakers(store) == {"1": "donald-trump", "2": "li-na"}
        assert sources(store, "li-na") == {"2"}
        again = Decision(by="Ada", at="2025-03-13T12:00:00+00:00")
        merge(store, AGENTS, "donald-trump", "li-na", again)
        assert sources(store, "li-na") == {"1", "2"}
        assert check(store) == ()


@pytest.mark.parametrize(
    "names", [("donald-trump", "Trump"), ("trump", "donald-trump")]
)
def test_a_split_beats_the_step(names: tuple[str, str]) -> None:
    with newsroom(told(1, TRUMP), told(2, SHORT)) as store:
        identify(store)
        split(store, AGENTS, *names, DECISION)
        identify(store)
        assert speakers(store) == {"1": "donald-trump", "2": "trump"}
        assert check(store) == ()


def test_a_merge_beats_the_step() -> None:
    records = [told(1, TRUMP), told(2, SHORT), told(3, MELANIA)]
    with newsroom(*records) as store:
        identify(store)
        merge(store, AGENTS, "melania-trump", "trump", DECISION)
        identify(store)
        assert sources(store, "melania-trump") == {"2", "3"}


def test_a_name_may_mean_another_in_one_article() -> None:
    one, two = told(1, SHORT), told(2, SHORT)
    with newsroom(one, two, told(3, MELANIA)) as store:
        merge(store, AGENTS, "melania-trump", f"trump@{two[0].id}", DECISION)
        assert sources(store, "melania-trump") == {"2", "3"}
        split(store, AGENTS, "trump", f"trump@{one[0].id}", DECISION)
        assert speakers(store)["1"] == f"trump-{one[0].id[:8]}"
        assert check(store) == ()


def test_one_of_two_merged_into_a_third_can_leave() -> None:
    with newsroom(told(1, TRUMP), told(2, LI), told(3, MELANIA)) as store:
        merge(store, AGENTS, "donald-trump", "li-na", DECISION)
        merge(store, AGENTS, "donald-trump", "melania-trump", DECISION)
        split(store, AGENTS, "li-na", "melania-trump", LATER)
        assert sources(store, "donald-trump") == {"1", "2"}
        assert speakers(store)["3"] == "melania-trump"


def test_a_claim_reviewed_under_another_name_is_known_again() -> None:
    article, claims = told(2, SHORT)
    with newsroom(told(1, TRUMP), (article, claims)) as store:
        identify(store)
        review(store, claims[0].id, Status.REJECTED, by="Ada", at=DECISION.at)
        assert store.claims_of(article.id) == ()
        split(store, AGENTS, "donald-trump", "trump", DECISION)
        assert store.claims_of(article.id) == ()
        assert check(store) == ()


def test_decisions_outlive_a_new_reading_and_the_process(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put(*told(1, TRUMP))
        store.put(*told(2, LI, topic="fish quotas"))
        merge(store, AGENTS, "donald-trump", "li-na", DECISION)
        rename(store, "ceasefire", "truce talks", DECISION)
        nest(store, "fish quotas", "ceasefire", DECISION)
    with Store.open(tmp_path) as store:
        store.remove(told(2, LI, topic="fish quotas")[0].id)
        store.put(*told(2, LI, topic="fish quotas"))
        assert sources(store, "donald-trump") == {"1", "2"}
        assert labels(store) == {"truce talks", "fish quotas"}
        assert about(store, "truce talks") == {"1", "2"}


def test_topics_merge_and_part() -> None:
    with newsroom(told(1, LI, topic="fishing rights"), told(2, LI)) as store:
        merge(store, TOPICS, "ceasefire", "fishing rights", DECISION)
        assert about(store, "truce") == about(store, "fishing rights") == {"1", "2"}
        assert about(store, "peace") == {"1", "2"}
        assert labels(store) == {"ceasefire"}
        assert validate(store).conforms
        split(store, TOPICS, "ceasefire", "fishing rights", LATER)
        assert about(store, "fishing rights") == {"1"}
        assert about(store, "peace") == {"2"}


def test_a_topic_of_the_scheme_may_go_into_a_minted_one() -> None:
    with newsroom(told(1, LI, topic="quiet"), told(2, LI)) as store:
        merge(store, TOPICS, "quiet", "ceasefire", DECISION)
        assert about(store, "truce") == about(store, "quiet") == {"1", "2"}
        assert about(store, "peace") == {"1", "2"}
        assert labels(store) == {"quiet"}


def test_a_claim_on_two_topics_that_are_one_has_it_once() -> None:
    both = told(1, LI, topic=("fishing rights", "fish quotas"))
    with newsroom(both) as store:
        merge(store, TOPICS, "fish quotas", "fishing rights", DECISION)
        [claim] = store.claims_of(both[0].id)
        assert [topic.id for topic in claim.topics] == ["fish-quotas"]


def test_topics_are_nested_and_taken_out_again() -> None:
    with newsroom(told(1, LI, topic="fish quotas"), told(2, LI)) as store:
        nest(store, "fish quotas", "peace", DECISION)
        assert about(store, "peace") == {"1", "2"}
        assert about(store, "peace", narrower=False) == set()
        nest(store, "ceasefire", None, DECISION)
        assert about(store, "peace") == {"1"}
        assert store.sparql(
            "ASK { ?topic skos:broader <https://w3id.org/onrecord/topic/peace> }"
        )
        with pytest.raises(BadInput, match="peace is peace"):
            nest(store, "peace", "peace", DECISION)
        with pytest.raises(BadInput, match="lies under it"):
            nest(store, "peace", "fish quotas", DECISION)


def test_a_renamed_topic_is_found_by_both_names() -> None:
    with newsroom(told(1, LI)) as store:
        rename(store, "truce", "silence of arms", DECISION)
        assert labels(store) == {"silence of arms"}
        assert about(store, "silence of arms") == about(store, "Truce") == {"1"}
        with pytest.raises(BadInput, match="label"):
            rename(store, "ceasefire", " ", DECISION)


def test_changes_of_the_scheme_keep_who_made_them(tmp_path: Path) -> None:
    nested = Decision(by="Ada", at="2025-03-11T12:00:00Z")
    why = Decision(by="Ben", at="2025-03-12T12:00:00Z", reason="as the treaty has it")
    with Store.open(tmp_path) as store:
        store.put(*told(1, LI))
        rename(store, "ceasefire", "truce talks", nested)
        nest(store, "ceasefire", None, nested)
        rename(store, "ceasefire", "armistice", why)
    with Store.open(tmp_path, read_only=True) as store:
        card = topic(store, "armistice")
        assert card.changes == {Property.LABEL: why, Property.BROADER: nested}
        assert store.sparql(
            "ASK { ?d a or:SchemeChange ; or:changedProperty skos:prefLabel ;"
            " or:changed/skos:prefLabel 'armistice' ; rdfs:comment ?why ;"
            " prov:wasAssociatedWith/rdfs:label 'Ben' ; prov:endedAtTime ?t }"
        )
        assert validate(store).conforms


def test_changes_from_before_their_makers_were_kept_hold_all_the_same() -> None:
    iris = Iris()
    made = SchemeChanges().renamed("ceasefire", "armistice", DECISION)
    made = made.nested("ceasefire", ("peace", "war"), LATER)
    before = replace(made, decisions={})
    for changes in (made, before):
        quads = [ox.Quad(*triple) for triple in to_rdf(changes, iris)]
        assert from_rdf(quads) == changes
    assert before.over(made) == before
    assert SchemeChanges().over(made) == made


def test_minted_topics_in_other_words_are_one() -> None:
    records = [
        told(1, LI, topic="accession talks of Ukraine"),
        told(2, LI, topic="Ukraine's accession talk"),
        told(3, LI, topic="the Ukraine accession talks"),
        told(4, LI, topic="accession"),
        told(5, LI, topic="peace negotiation"),
    ]
    with newsroom(*records) as store:
        assert identify(store) == Found(0, 3)
        assert about(store, "accession talks of Ukraine") == {"1", "2", "3"}
        assert about(store, "accession") == {"4"}
        assert "peace talks" in labels(store)
        split(store, TOPICS, "peace talks", "peace negotiation", DECISION)
        identify(store)
        assert "peace negotiation" in labels(store)


def test_how_alike_two_topics_are_may_be_told_from_outside() -> None:
    records = [told(1, LI, topic="zinc deal"), told(2, LI, topic="zinc pact")]
    apart = told(3, LI, topic="toll")
    with newsroom(*records, apart) as store:
        assert identify(store, alike=lambda one, other: 0.95) == Found(0, 1)
        assert about(store, "zinc pact") == {"1", "2"}
        assert about(store, "toll") == {"3"}


def test_names_that_nobody_bears_or_several_do_are_refused() -> None:
    with newsroom(
        told(1, TRUMP), told(2, MELANIA), told(3, country("Norland"))
    ) as store:
        assert named(store, AGENTS, "Norland").id == "norland"
        with pytest.raises(NotFound, match="no agent is called 'Nobody'"):
            merge(store, AGENTS, "norland", "Nobody", DECISION)
        with pytest.raises(BadInput, match="donald-trump, melania-trump"):
            merge(store, AGENTS, "norland", "Trump", DECISION)
        with pytest.raises(NotFound, match="no article has the id 'none'"):
            merge(store, AGENTS, "norland", "donald-trump@none", DECISION)
        with pytest.raises(BadInput, match="ID@ARTICLE"):
            split(store, AGENTS, "norland", "norland", DECISION)
        with pytest.raises(BadInput, match="name of the person"):
            Decision(by=" ", at=DECISION.at)
