import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from rdflib.compare import isomorphic

from graph.mapping.claims_rdf import from_rdf, to_rdf
from graph.mapping.iris import Iris
from graph.mapping.terms import PREFIXES
from ontology.claim import AgentRef, Article, Claim, Modality, Passage, Topic
from ontology.errors import BadInput
from tests.graph.corpus import agent, article, claim
from tests.graph.records import records

IRIS = Iris("https://data.example/")
FORMATS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "json-ld": ox.RdfFormat.JSON_LD,
}


@settings(max_examples=60, deadline=None)
@given(records())
def test_records_come_back(record: tuple[Article, tuple[Claim, ...]]) -> None:
    assert from_rdf(to_rdf(*record, IRIS)) == record


@settings(max_examples=20, deadline=None)
@given(records())
def test_records_come_back_from_a_store(
    record: tuple[Article, tuple[Claim, ...]],
) -> None:
    quads = to_rdf(*record, IRIS)
    store = ox.Store()
    store.extend(quads)
    assert set(store) == set(quads), "the store rewrites no term"
    assert from_rdf(store) == record


@settings(max_examples=12, deadline=None)
@given(records())
def test_no_blank_nodes_and_one_graph(
    record: tuple[Article, tuple[Claim, ...]],
) -> None:
    quads = to_rdf(*record, IRIS)
    assert {quad.graph_name for quad in quads} == {IRIS.article(record[0].id)}
    assert len(set(quads)) == len(quads)
    nodes = {term for quad in quads for term in (quad.subject, quad.object)}
    assert not [term for term in nodes if isinstance(term, ox.BlankNode)]


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=8, deadline=None)
@given(records())
def test_every_format_gives_the_records_back(
    name: str, record: tuple[Article, tuple[Claim, ...]]
) -> None:
    format = FORMATS[name]
    quads = to_rdf(*record, IRIS)
    triples = quads if format.supports_datasets else [quad.triple for quad in quads]
    written = ox.serialize(triples, format=format, prefixes=PREFIXES)
    assert written is not None
    assert from_rdf(ox.parse(written, format=format)) == record


# rdflib 7.6 calls what it has itself deprecated
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
@pytest.mark.parametrize("name", FORMATS)
def test_another_library_reads_the_same_graph(name: str) -> None:
    quads = to_rdf(*lavrov(), IRIS)
    triples = [quad.triple for quad in quads]
    format = FORMATS[name]
    written = ox.serialize(
        quads if format.supports_datasets else triples, format=format, prefixes=PREFIXES
    )
    plain = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES)
    expected = rdflib.Graph().parse(data=plain, format="nt")
    read = rdflib.Graph()
    for triple in rdflib.Dataset().parse(data=written, format=name).quads():
        read.add(triple[:3])
    assert isomorphic(expected, read)


def lavrov() -> tuple[Article, tuple[Claim, ...]]:
    within = article(
        "“We will not stop,” the minister told Izvestia.",
        title="No stop",
        published="2025-01-14",
    )
    minister = agent("Sergey Lavrov", "Russia", mention="the minister", role="minister")
    told = claim(
        within,
        minister,
        "opposes",
        "ceasefire",
        "We will not stop",
        "2025-01-13",
        addressee=agent("Izvestia"),
    )
    return within, (told,)


def test_a_stance_is_a_direct_triple_between_speaker_and_topic() -> None:
    store = ox.Store()
    store.extend(to_rdf(*lavrov(), IRIS))
    assert holds(store, "data:sergey-lavrov or:opposes topic:ceasefire")


def holds(store: ox.Store, pattern: str) -> bool:
    return bool(
        store.query(
            f"ASK {{ {pattern} }}",
            prefixes=PREFIXES | {"data": "https://data.example/agent/"},
            use_default_graph_as_union=True,
        )
    )


def test_a_principal_is_reached_from_its_delegate() -> None:
    store = ox.Store()
    store.extend(to_rdf(*lavrov(), IRIS))
    assert holds(store, "?claim or:speaker/prov:actedOnBehalfOf* data:russia")


def test_orders_that_triples_do_not_tell_come_back() -> None:
    within, (told,) = lavrov()
    topics = (Topic(id="z", label="Z"), Topic(id="a", label="A"))
    principals = (AgentRef(id="z", name="Z"), AgentRef(id="a", name="A"))
    odd = told.model_copy(
        update={
            "id": "0",
            "topics": topics,
            "modality": (Modality.NEGATED, Modality.CONDITIONAL),
            "content": Passage(text="stop", spans=((13, 17), (1, 3))),
            "speaker": told.speaker.model_copy(update={"represents": principals}),
        }
    )
    assert from_rdf(to_rdf(within, (told, odd), IRIS)) == (within, (told, odd))
    assert from_rdf(to_rdf(within, (odd, told), IRIS)) == (within, (odd, told))


def test_one_topic_may_have_two_labels_in_one_article() -> None:
    within, (told,) = lavrov()
    other = told.model_copy(
        update={"id": "0", "topics": (Topic(id="ceasefire", label="the truce"),)}
    )
    assert from_rdf(to_rdf(within, (told, other), IRIS)) == (within, (told, other))


def test_a_claim_of_another_article_is_refused() -> None:
    _, claims = lavrov()
    with pytest.raises(BadInput, match="not of"):
        to_rdf(article("Another text."), claims, IRIS)


def test_two_claims_with_one_id_are_refused() -> None:
    within, (told,) = lavrov()
    with pytest.raises(BadInput, match="two claims"):
        to_rdf(within, (told, told), IRIS)


def test_a_graph_without_an_article_is_named() -> None:
    with pytest.raises(LookupError, match="one article"):
        from_rdf([])
