"""The 35 questions that the graph was designed for, by their numbers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import pyoxigraph as ox
import pytest

from graph.features.answers import answers
from graph.features.backing import backing
from graph.features.between import between
from graph.features.changes import changes
from graph.features.comparison import compare
from graph.features.exclusives import exclusives
from graph.features.first_said import first_said
from graph.features.hearsay import hearsay
from graph.features.positions import stands
from graph.features.same_quote import same_quotes
from graph.features.shifts import dropped, shifts
from graph.features.silence import silent
from graph.features.topic_pairs import topic_pairs
from graph.features.variants import Difference, variants
from graph.mapping.claims_rdf import to_rdf
from graph.network.neighbourhood import neighbourhood
from graph.network.path_query import Mode, PathQuery
from graph.network.paths import paths
from graph.saved_questions import question, questions, sparql
from graph.search.filters import ClaimFilter
from graph.search.query import Order, find
from graph.search.timeline import Width, timeline
from graph.store import Store
from ontology.claim import Claim
from ontology.errors import BadInput, NotFound, UnknownTerm
from ontology.stances import Stance
from tests.graph import dispute
from tests.graph.dispute import CLAIMS, NAMES


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with dispute.store() as filled:
        yield filled


def of(**fields: object) -> ClaimFilter:
    return ClaimFilter.of(**fields)


def named(claims: Iterable[Claim]) -> list[str]:
    return [NAMES[each.id] for each in claims]


def found(store: Store, **fields: object) -> list[str]:
    return named(find(store, of(**fields), order=Order.OLDEST).claims)


def ask(store: Store, name: str, **values: str | Sequence[str]) -> list[dict[str, str]]:
    """The rows of a saved question; claims by name, other IRIs by their last part."""
    given = {
        key: (value,) if isinstance(value, str) else value
        for key, value in values.items()
    }
    results = store.sparql(sparql(question(name), given, store.read_model, store.iris))
    assert isinstance(results, ox.QuerySolutions)
    names = [variable.value for variable in results.variables]
    return [
        {name: shown(row[name]) for name in names if row[name] is not None}
        for row in results
    ]


def shown(term: object) -> str:
    if isinstance(term, ox.NamedNode):
        local = term.value.replace("#", "/").rpartition("/")[2]
        return NAMES.get(local, local)
    assert isinstance(term, ox.Literal)
    return term.value


def column(rows: Iterable[Mapping[str, str]], name: str) -> list[str]:
    return [row[name] for row in rows]


def test_01_who_demanded_neutrality_and_when(store: Store) -> None:
    rows = ask(store, "who-demanded", topic="neutrality")
    assert rows == [
        {
            "claim": "DEMAND",
            "name": "Sergei Orlov",
            "words": "write neutrality into its constitution",
            "earliest": "2022-03-11",
            "latest": "2022-03-11",
        }
    ]
    assert found(store, topic="neutrality", stance="demands") == ["DEMAND"]


def test_02_what_a_country_demanded_in_march_with_delegates(store: Store) -> None:
    rows = ask(
        store,
        "what-did-they-demand",
        who="Arland",
        since="2022-03",
        until="2022-03",
    )
    expected = ["GUARANTEES", "DEMAND", "PRISONERS"]
    assert column(rows, "claim") == expected
    scope = {"speaker": "Arland", "stance": "demands", "since": "2022-03"}
    assert found(store, **scope, until="2022-03") == expected


def test_03_demands_addressed_to_one(store: Store) -> None:
    rows = ask(store, "demands-addressed-to", hearer="Borland")
    assert column(rows, "claim") == ["DEMAND"]
    assert found(store, stance="demands", addressee="Borland") == ["DEMAND"]


def test_04_every_rejection_with_its_sentence(store: Store) -> None:
    rows = ask(store, "rejections", topic="neutrality")
    assert {row["claim"] for row in rows} == {"REFUSAL", "DROPPED"}
    for row in rows:
        text = store.article(row["article"]).text
        assert text[int(row["start"]) : int(row["end"])] == row["exact"]


def test_05_who_first_mentioned_it(store: Store) -> None:
    assert column(ask(store, "first-said", topic="truce"), "claim") == ["NO_TRUCE"]
    assert named(first_said(store, of(topic="truce")).claims) == ["NO_TRUCE"]


def test_06_the_latest_of_each_actor_on_a_topic(store: Store) -> None:
    assert named(each.claim for each in stands(store, of(topic="neutrality"))) == [
        "DROPPED",
        "BACKING",
        "REFUSAL",
        "DEMAND",
    ]


def test_07_whether_one_changed_position(store: Store) -> None:
    turned = shifts(store, of(topic="neutrality"), voice="Arland")
    assert [named((each.before, each.after)) for each in turned] == [
        ["DEMAND", "DROPPED"]
    ]


def test_08_which_demands_were_later_dropped(store: Store) -> None:
    turned = dropped(store, of(), voice="Arland")
    assert [named((each.before, each.after)) for each in turned] == [
        ["DEMAND", "DROPPED"]
    ]


def test_09_which_demands_got_an_answer_and_how_fast(store: Store) -> None:
    answered = [each for each in answers(store, of()) if each.answers]
    assert named(each.demand for each in answered) == ["DEMAND"]
    assert [named(answered[0].answers), answered[0].days] == [["REFUSAL"], 3]


def test_10_which_demands_never_got_an_answer(store: Store) -> None:
    found = answers(store, of(), unanswered=True)
    assert set(named(each.demand for each in found)) == {
        "GUARANTEES",
        "PRISONERS",
        "PRISONERS_TOO",
    }


def test_11_who_supports_whose_demand(store: Store) -> None:
    backed = backing(store, of())
    assert [(NAMES[each.demand.id], named(each.support)) for each in backed] == [
        ("DEMAND", ["BACKING"])
    ]
    rows = ask(store, "who-supports-whom", topic="neutrality")
    assert rows == [
        {
            "demand": "DEMAND", "demander": "Sergei Orlov",
            "support": "BACKING", "supporter": "Ann Coll",
            "topic_label": "neutrality",
        }
    ]  # fmt: skip


def test_12_both_sides_of_a_topic(store: Store) -> None:
    rows = ask(store, "sides", topic="neutrality")
    assert [(row["side"], row["speaker"]) for row in rows] == [
        ("against", "arland"),
        ("against", "bo-berg"),
        ("inFavour", "ann-coll"),
        ("inFavour", "sergei-orlov"),
    ]
    compared = compare(store, "Cerland", "Borland")
    assert [each.topic.id for each in compared.oppose] == ["neutrality"]


def test_13_demands_per_week_and_side_with_open_dates_apart(store: Store) -> None:
    arland = timeline(store, of(speaker="Arland", stance="demands"), width=Width.WEEK)
    assert [(each.start, each.claims) for each in arland.buckets] == [
        ("2022-03-07", 1),
        ("2022-03-14", 1),
    ]
    assert [(each.start, each.end, each.claims) for each in arland.spanning] == [
        ("2022-02-28", "2022-04-03", 1)
    ]
    months = ask(store, "demands-a-month")
    assert ("Borland", "2022-04", "1") in {
        (row["name"], row["month"], row["demands"]) for row in months
    }


def test_14_which_have_only_a_vague_date(store: Store) -> None:
    vague = {"GUARANTEES", "WHISPER", "RAIN", "REPORTED", "NEAR"}
    assert set(column(ask(store, "vague-dates"), "claim")) == vague
    precision = ("month", "year", "longer", "open", "unknown")
    assert set(found(store, precision=precision)) == vague


def test_15_all_said_on_a_day_whatever_the_year(store: Store) -> None:
    rows = ask(store, "on-a-day", day="03-11")
    assert set(column(rows, "claim")) == {"DEMAND", "NO_TRUCE", "RAIN"}
    assert set(found(store, month_day="03-11")) == {"DEMAND", "NO_TRUCE", "RAIN"}


def test_16_what_was_said_between_two_events(store: Store) -> None:
    scope = between(store, of(topic="summit"), of(text="flood"), of(speaker="Borland"))
    assert scope is not None
    page = find(store, scope, order=Order.OLDEST)
    assert named(page.claims) == ["REFUSAL", "OFFER", "FLOOD", "PRISONERS_TOO"]


def test_17_exact_quotes_with_a_word(store: Store) -> None:
    assert set(found(store, text="neutrality", quote="direct")) == {
        "NO_TRUCE",
        "NO_TRUCE_AGAIN",
        "NO_TRUCE_AT_ALL",
    }
    assert found(store, text='"truce at all"') == ["NO_TRUCE_AT_ALL"]


def test_18_the_same_quote_in_several_outlets(store: Store) -> None:
    shared = same_quotes(store, of())
    assert [(each.outlets, named(each.claims)) for each in shared] == [
        (2, ["NO_TRUCE", "NO_TRUCE_AGAIN"])
    ]


def test_19_quotes_that_differ_between_outlets(store: Store) -> None:
    differing = variants(store, of())
    assert {frozenset(named((each.first, each.second))) for each in differing} == {
        frozenset({"NO_TRUCE", "NO_TRUCE_AT_ALL"}),
        frozenset({"NO_TRUCE_AGAIN", "NO_TRUCE_AT_ALL"}),
    }
    assert all(
        set(each.differences) <= {Difference("at all", ""), Difference("", "at all")}
        for each in differing
    )


def test_20_what_one_outlet_alone_has(store: Store) -> None:
    assert named(exclusives(store, of())) == ["NO_TRUCE_AT_ALL"]


def test_21_direct_quotes_only(store: Store) -> None:
    rows = ask(store, "direct-quotes", who="Arland")
    expected = {"NO_TRUCE", "NO_TRUCE_AGAIN", "NO_TRUCE_AT_ALL"}
    assert set(column(rows, "claim")) == expected
    assert set(found(store, quote="direct")) == expected


def test_22_unnamed_officials(store: Store) -> None:
    rows = ask(store, "unnamed-speakers")
    assert [(row["claim"], row["written"]) for row in rows] == [
        ("WHISPER", "a senior official")
    ]
    assert found(store, kind="unnamed") == ["WHISPER"]


def test_23_who_says_that_another_said(store: Store) -> None:
    chains = hearsay(store, of(speaker="Borland"))
    assert [named(chain) for chain in chains] == [["REPORTED", "NEAR"]]


def test_24_who_threatens_whom_over_what(store: Store) -> None:
    assert ask(store, "who-threatens-whom") == [
        {
            "name": "Arland",
            "threatened": "Borland",
            "over": "sanctions",
            "claims": "1",
            "speaker": "arland",
            "hearer": "borland",
            "topic": "sanctions",
        }
    ]


def test_25_how_two_are_connected(store: Store) -> None:
    query = PathQuery("Ann Coll", "Sergei Orlov", mode=Mode.K_SHORTEST)
    joined = paths(store, query).paths
    assert len(joined) >= 2
    first = joined[0].hops
    assert [hop.end.label for hop in first] == ["neutrality", "Sergei Orlov"]
    assert named(first[0].claims) == ["BACKING"]
    assert named(first[1].claims) == ["DEMAND"]


def test_26_all_within_two_hops(store: Store) -> None:
    around = neighbourhood(store, "topic:security guarantees", depth=2)
    assert {node.id for node in around.nodes} >= {"arland", "neutrality", "prisoners"}
    assert "ann-coll" not in {node.id for node in around.nodes}


def test_27_topics_that_go_together_in_demands(store: Store) -> None:
    pairs = topic_pairs(store, of(stance="demands"))
    assert [{each.first.id, each.second.id} for each in pairs] == [
        {"neutrality", "constitution"}
    ]
    rows = ask(store, "topics-together")
    assert [(row["topic"], row["together_with"], row["times"]) for row in rows] == [
        ("constitution", "neutrality", "1")
    ]


def test_28_from_one_version_below_a_confidence(store: Store) -> None:
    rows = ask(store, "low-confidence", version="0.3.0", below="0.6")
    assert column(rows, "claim") == ["RAIN"]
    assert found(store, extractor="0.3.0", max_confidence=0.6) == ["RAIN"]


def test_29_what_changed_between_two_runs() -> None:
    other = dispute.THREAT.model_copy(update={"stance": Stance.WARNS, "id": "other"})
    difference = changes(CLAIMS, [*CLAIMS[1:], other])
    assert named(difference.removed) == ["DEMAND"]
    assert difference.added == ()
    assert [each.fields for each in difference.changed] == [("stance",)]


def test_30_the_sentence_in_its_article(store: Store) -> None:
    rows = ask(store, "in-its-article", claim=dispute.NEAR.id)
    parts = {row["part"]: row for row in rows}
    assert parts["contentSpan"]["exact"] == "that a truce was near"
    text = store.article(dispute.NEAR.article.id).text
    for row in rows:
        assert text[int(row["start"]) : int(row["end"])] == row["exact"]
        assert row["before"] + row["exact"] + row["after"] in text


def test_31_conditional_offers(store: Store) -> None:
    rows = ask(store, "conditional-offers", who="Borland")
    assert column(rows, "claim") == ["OFFER"]
    assert found(store, modality="conditional", stance="accepts") == ["OFFER"]


def test_32_what_each_source_contributes(store: Store) -> None:
    query = sparql(
        question("with-provenance"),
        {"topic": ["neutrality"]},
        store.read_model,
        store.iris,
    )
    triples = store.sparql(query)
    assert isinstance(triples, ox.QueryTriples)
    derived = {
        (shown(triple.subject), shown(triple.object))
        for triple in triples
        if triple.predicate.value.endswith("wasDerivedFrom")
    }
    assert derived == {
        ("DEMAND", dispute.POST.id),
        ("REFUSAL", dispute.POST.id),
        ("BACKING", dispute.POST.id),
        ("DROPPED", dispute.TIMES.id),
    }


def test_33_an_answer_as_csv_and_as_linked_data(store: Store) -> None:
    chosen = question("who-demanded")
    query = sparql(chosen, {"topic": ["prisoners"]}, store.read_model, store.iris)
    results = store.sparql(query)
    assert isinstance(results, ox.QuerySolutions)
    table = results.serialize(format=ox.QueryResultsFormat.CSV)
    assert table is not None
    lines = table.decode().splitlines()
    assert lines[0] == "claim,name,words,earliest,latest"
    assert lines[1].startswith(store.iris.claim(dispute.PRISONERS.id).value)
    quads = to_rdf(dispute.ECHO, dispute.ARTICLES[dispute.ECHO], store.iris)
    assert set(quads) == set(store.quads(store.iris.article(dispute.ECHO.id)))


def test_34_who_never_spoke_about_it(store: Store) -> None:
    roster = ["Arland", "Borland", "Cerland"]
    quiet = silent(store, of(topic="prisoners"), roster)
    assert [who.id for who in quiet] == ["cerland"]
    rows = ask(store, "never-spoke-of", topic="prisoners")
    assert set(column(rows, "speaker")) == {
        "ann-coll", "bo-berg", "sergei-orlov", "a-senior-official",
    }  # fmt: skip


def test_35_all_of_one_speaker_page_by_page(store: Store) -> None:
    seen: list[str] = []
    cursor = None
    while True:
        page = find(store, of(speaker="Arland"), limit=2, cursor=cursor)
        seen += named(page.claims)
        cursor = page.next_cursor
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == page.total == 9


def test_all_are_asked() -> None:
    asked = {name[5:7] for name in globals() if name.startswith("test_")}
    assert {f"{n:02}" for n in range(1, 36)} <= asked


@pytest.mark.parametrize("name", sorted(questions()))
def test_every_saved_question_runs_as_it_stands(store: Store, name: str) -> None:
    chosen = question(name)
    assert chosen.title
    assert chosen.comment
    results = list(store.sparql(chosen.sparql))  # type: ignore[arg-type]
    # without a topic it asks who never spoke at all
    assert results or name == "never-spoke-of"


def test_values_are_checked(store: Store) -> None:
    def asked(name: str, **values: str) -> None:
        ask(store, name, **values)

    with pytest.raises(UnknownTerm, match="who-demanded"):
        question("what")
    with pytest.raises(UnknownTerm, match="topic"):
        asked("who-demanded", speaker="x")
    with pytest.raises(NotFound, match="Nobody"):
        asked("direct-quotes", who="Nobody")
    with pytest.raises(BadInput, match="number"):
        asked("low-confidence", below="x")
    with pytest.raises(UnknownTerm, match="MM-DD"):
        asked("on-a-day", day="13-40")
    assert ask(store, "low-confidence", version='1" } } #') == []
