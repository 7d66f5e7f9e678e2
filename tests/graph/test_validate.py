from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from rdflib import OWL

from graph.mapping.claims_rdf import to_rdf
from graph.mapping.iris import Iris
from graph.mapping.terms import node
from graph.store import Store
from graph.validate import shape_violations, text_violations, validate
from ontology.claim import ClaimDate, DateBasis
from tests.graph.corpus import agent, article, claim
from tests.graph.stored import everything

TEXT = "“We will not stop,” the minister told Izvestia. He wants talks."


@pytest.fixture
def store() -> Iterator[Store]:
    within = article(TEXT, title="No stop", published="2025-01-14", lang="en")
    minister = agent("Sergey Lavrov", "Russia", role="minister")
    dated = ClaimDate(edtf="XXXX-03-11", text="March 11", basis=DateBasis.STATED)
    first = claim(within, minister, "opposes", "ceasefire", "We will not stop")
    second = claim(within, minister, "seeks", ("peace talks", "tax plan"), "talks")
    with Store.open(None) as opened:
        opened.put(
            within,
            (
                first.model_copy(update={"date": dated}),
                second.model_copy(
                    update={"target": agent("Ukraine"), "addressee": agent("Izvestia")}
                ),
            ),
        )
        yield opened


def change(store: Store, delete: str, insert: str) -> None:
    store.graph.update(
        f"DELETE {{ GRAPH ?g {{ {delete} }} }} INSERT {{ GRAPH ?g {{ {insert} }} }}"
        f" WHERE {{ GRAPH ?g {{ ?c a or:Claim ; or:stance or:seeks . {delete} }} }}",
    )


def test_what_is_stored_conforms(store: Store) -> None:
    report = validate(store)
    assert report.text == "articles: 1, violations: 0"
    assert report.conforms


@pytest.mark.parametrize(
    ("delete", "insert", "shape"),
    [
        ("?c or:stance or:seeks", "", "claim-stance"),
        ("?c or:stance or:seeks", "?c or:stance or:wishes", "claim-stance"),
        ("?c or:stance or:seeks", "?c or:stance or:seeks, or:asks", "claim-stance"),
        ("?c or:topic ?t", "", "claim-topic"),
        ("?c or:speaker ?s", "", "claim-speaker"),
        ("?c or:speakerText ?s", "", "claim-speaker-text"),
        ("?c or:contentSpan ?s", "", "claim-content-span"),
        ("?c or:cueSpan ?s", "?c or:cueSpan ?c", "claim-cue-span"),
        ("?c or:quotation ?q", "", "claim-quotation"),
        ("?c or:confidence ?n", "?c or:confidence 1.5", "claim-confidence"),
        ("?c or:polarity ?p", "?c or:polarity or:seeks", "claim-polarity"),
        ("?c or:dateBasis ?b", "", "claim-date-basis"),
        ("?c or:dateBasis ?b", "?c or:dateBasis ?b ; or:dateEDTF '2025'", "claim-date"),
        (
            "?c or:dateBasis ?b",
            "?c or:dateBasis ?b ; or:earliestDate '2025-03-01'^^xsd:date ;"
            " or:latestDate '2025-02-01'^^xsd:date",
            "claim-earliest",
        ),
        (
            "?c or:dateBasis ?b",
            "?c or:dateBasis ?b ; or:earliestDate '2025-03'^^xsd:date",
            "claim-earliest",
        ),
        ("?c prov:wasDerivedFrom ?a", "", "claim-article"),
        ("?c prov:wasGeneratedBy ?a", "", "claim-extraction"),
        ("?c or:addressee ?a", "?c or:addressee topic:peace", "claim-addressee"),
    ],
)
def test_a_broken_claim_is_named_with_its_shape(
    store: Store, delete: str, insert: str, shape: str
) -> None:
    change(store, delete, insert)
    found = validate(store).violations
    assert shape in {violation.shape for violation in found}
    named = [violation for violation in found if violation.shape == shape]
    assert "/claim/" in named[0].resource


def test_words_that_do_not_stand_there_are_named(store: Store) -> None:
    change(store, "?c or:cueText ?t", "?c or:cueText 'said'")
    (violation,) = validate(store).violations
    assert violation.shape == "exact"
    assert violation.message == "'said' is written, '.' stands"


def test_a_span_beyond_the_text_is_named(store: Store) -> None:
    change(store, "?c or:contentSpan ?s", "?c or:contentSpan <any:article#char=60,70>")
    (violation,) = validate(store).violations
    assert violation.shape == "span"
    assert violation.message == f"60 to 70 is no span of {len(TEXT)} characters"


def test_a_graph_without_its_text_is_named(store: Store) -> None:
    store.graph.update(
        "DELETE WHERE { GRAPH ?g { ?a a schema:NewsArticle ; schema:text ?t } }",
    )
    quads = (quad for quad in everything(store) if "article" in str(quad))
    found = text_violations(quads)
    assert [violation.shape for violation in found] == ["readable"]


def test_any_triples_can_be_checked() -> None:
    thing = node(OWL.Thing)
    assert list(shape_violations([ox.Triple(thing, thing, thing)])) == []
    within = article(TEXT)
    quads = to_rdf(within, (), Iris())
    assert list(shape_violations(quads)) == []
