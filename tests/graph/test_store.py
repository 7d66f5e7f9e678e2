from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import Phase, given, settings

from graph.care import check
from graph.mapping.claims_rdf import to_rdf
from graph.outcome import Outcome
from graph.search.filters import ClaimFilter
from graph.search.query import find
from graph.store import Store
from ontology.claim import Article, Claim
from ontology.errors import BadInput, NotFound, StoreError
from tests.graph.corpus import TALKS, article, claim, talks
from tests.graph.records import records
from tests.graph.stored import dump


def test_an_article_and_its_claims_come_back() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        assert store.put(within, claims) is Outcome.ADDED
        assert store.article(within.id) == within
        assert store.claims_of(within.id) == claims
        assert store.claim(claims[1].id) == claims[1]
        assert list(store.articles()) == [within]


@settings(max_examples=12, deadline=None, phases=[Phase.generate])
@given(records())
def test_any_record_comes_back_and_can_be_replaced(
    record: tuple[Article, tuple[Claim, ...]],
) -> None:
    within, claims = record
    changed = within.model_copy(update={"text": within.text + "."})
    with Store.open(None) as store:
        store.put(within, claims)
        assert store.claims_of(within.id) == claims
        assert store.put(changed, claims) is Outcome.REPLACED
        assert store.article(within.id) == changed
        graph = store.iris.article(within.id)
        assert set(store.quads(graph)) == set(to_rdf(changed, claims, store.iris))


def test_a_second_put_changes_nothing() -> None:
    with Store.open(None) as store:
        store.put(*talks())
        before, revision = dump(store), store.revision
        assert store.put(*talks()) is Outcome.UNCHANGED
        assert (dump(store), store.revision) == (before, revision)


def test_a_changed_extractor_replaces_the_graph() -> None:
    within, claims = talks(version="2")
    with Store.open(None) as store:
        store.put(*talks(version="1"))
        assert store.put(within, claims[:1]) is Outcome.REPLACED
        assert store.claims_of(within.id) == claims[:1]
        assert find(store, ClaimFilter()).claims == claims[:1]
        [version] = [quad for quad in dump(store) if "softwareVersion" in quad]
        assert '"2"' in version


def test_a_removed_article_leaves_nothing() -> None:
    within, claims = talks()
    with Store.open(None) as store:
        store.put(within, claims)
        store.remove(within.id)
        assert find(store, ClaimFilter()).claims == ()
        for missing in (store.article, store.recorded, store.remove):
            with pytest.raises(NotFound, match=within.id):
                missing(within.id)
        assert store.put(within, claims) is Outcome.ADDED


def test_what_is_not_there_is_named() -> None:
    with Store.open(None) as store, pytest.raises(NotFound, match="'nothing'"):
        store.claim("nothing")


def test_a_store_lasts(tmp_path: Path) -> None:
    within, claims = talks()
    with Store.open(tmp_path / "data") as store:
        store.put(within, claims)
        before = dump(store)
    with Store.open(tmp_path / "data") as store:
        assert dump(store) == before
        assert store.revision == 1
        assert store.put(within, claims) is Outcome.UNCHANGED
        assert find(store, ClaimFilter()).total == 2
    with Store.open(tmp_path / "data", read_only=True) as store:
        assert store.claims_of(within.id) == claims
        with pytest.raises(StoreError, match="read only"):
            store.put(within, ())


def test_the_read_model_catches_up(tmp_path: Path) -> None:
    first, second = talks(), talks("“Stop,” he said. We will. talks")
    with Store.open(tmp_path) as store:
        store.put(*first)
    aside = (tmp_path / "claims.sqlite").read_bytes()
    with Store.open(tmp_path) as store:
        store.put(*second)
        store.remove(first[0].id)
    for suffix in ("-wal", "-shm"):
        (tmp_path / f"claims.sqlite{suffix}").unlink(missing_ok=True)
    (tmp_path / "claims.sqlite").write_bytes(aside)
    with Store.open(tmp_path, read_only=True) as store:
        assert store.read_model.revision == store.revision == 3
        assert {each.article.id for each in find(store, ClaimFilter()).claims} == {
            second[0].id
        }


def test_a_corrupt_read_model_is_built_anew(tmp_path: Path) -> None:
    within, claims = talks()
    with Store.open(tmp_path) as store:
        store.put(within, claims)
    (tmp_path / "claims.sqlite").write_bytes(b"not a database" * 100)
    with Store.open(tmp_path) as store:
        assert find(store, ClaimFilter()).total == 2


def test_a_read_model_that_is_ahead_is_built_anew(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        store.put(*talks())
        store.read_model.put(article("Elsewhere."), (), 7)
    with Store.open(tmp_path) as store:
        assert store.read_model.revision == 1
        assert find(store, ClaimFilter()).total == 2


def test_many_are_loaded_as_if_put_one_by_one(tmp_path: Path) -> None:
    texts = [f"{TALKS} Number {number}." for number in range(30)]
    given = [talks(text) for text in texts]
    with Store.open(None) as store:
        for each in given:
            store.put(*each)
        expected = [quad for quad in dump(store) if "graph/store" not in quad]
    with Store.open(tmp_path) as store:
        assert store.load([*given, given[0]]) == {
            Outcome.ADDED: 30,
            Outcome.UNCHANGED: 1,
        }
        assert [quad for quad in dump(store) if "graph/store" not in quad] == expected
        assert find(store, ClaimFilter()).total == 60
        assert store.revision == store.read_model.revision == 1
        assert store.load(given) == {Outcome.UNCHANGED: 30}


def test_a_load_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        with pytest.raises(BadInput, match="two claims"):
            store.load([talks(), bad()])
        assert store.revision == store.read_model.revision == 0
        assert find(store, ClaimFilter()).total == len(store.article_ids()) == 0
        assert store.load([talks()]) == {Outcome.ADDED: 1}
        assert check(store) == ()


def test_what_a_load_that_was_killed_sorted_is_swept_up(tmp_path: Path) -> None:
    Store.open(tmp_path).close()
    left = tmp_path / "graph" / "bulk-1.sst"
    left.touch()
    Store.open(tmp_path).close()
    assert not left.exists()


def bad() -> tuple[Article, tuple[Claim, ...]]:
    within, claims = talks("“Bad,” she said. We will have talks.")
    return within, (claims[0], claims[0])


def test_the_vocabulary_is_in_the_store() -> None:
    with Store.open(None) as store:
        assert store.sparql("ASK { or:demands skos:closeMatch ?x }")
        assert store.sparql("ASK { topic:ceasefire skos:broader topic:peace }")


def test_a_scheme_of_ones_own(tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        '<https://my.example/fish> skos:prefLabel "fish"@en .'
    )
    within = article("“Fish,” he said.")
    fish = claim(within, "Norway", "demands", "fish", "Fish")
    with Store.open(tmp_path / "data", topics=(own,)) as store:
        store.put(within, (fish,))
        assert store.sparql("ASK { ?who or:demands <https://my.example/fish> }")
    with Store.open(tmp_path / "data", topics=(own,)) as store:
        assert store.revision == 1


def test_sparql_sees_all_graphs_and_rdflib_too() -> None:
    with Store.open(None) as store:
        store.put(*talks())
        query = "SELECT ?t { ?c a or:Claim ; or:stance or:seeks ; or:topic ?t }"
        rows = store.sparql(query)
        assert isinstance(rows, ox.QuerySolutions)
        assert [row["t"].value.rpartition("/")[2] for row in rows] == ["peace-talks"]
        prefix = "PREFIX or: <https://w3id.org/onrecord/ontology#> "
        assert len(list(store.dataset().query(prefix + query))) == 1


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { SERVICE <http://e/> { ?s ?p ?o } }", "SERVICE"),
        ("ASK { FILTER EXISTS { SERVICE ?x { ?s ?p ?o } } }", "SERVICE"),
        (
            'ASK { BIND("\\u0022" AS ?a) SERVICE <http://e/> {} BIND("\\u0022" AS ?b)}',
            "SERVICE",
        ),
        ("ASK { # \r SERVICE <http://e/> {} \n }", "SERVICE"),
        ("SELECT * { ?s ?p }", "cannot be read"),
        ("SELECT * { ?s ?p 'service' ", "cannot be read"),
    ],
)
def test_a_query_that_reaches_out_or_is_broken_is_refused(
    query: str, message: str
) -> None:
    with Store.open(None) as store, pytest.raises(BadInput, match=message):
        store.sparql(query)


def test_the_word_service_in_a_string_is_harmless() -> None:
    with Store.open(None) as store:
        assert not store.sparql("ASK { ?s or:cueText 'service' }")
