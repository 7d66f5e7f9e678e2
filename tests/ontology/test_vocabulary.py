"""The Turtle files, the closed namespace and the Python values say the same."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, URIRef

import ontology
from graph.mapping.terms import (
    DATE_BASES,
    MODALITIES,
    POLARITIES,
    PRECISIONS,
    QUOTE_TYPES,
)
from ontology.namespace import OR, term
from ontology.stances import DEFAULT_POLARITY, Polarity, Stance

FOLDER = Path(ontology.__file__).parent


@pytest.fixture(scope="module")
def terms() -> Graph:
    return Graph().parse(FOLDER / "onrecord.ttl")


@pytest.fixture(scope="module")
def stances() -> Graph:
    return Graph().parse(FOLDER / "stances.ttl")


def ours(graph: Graph) -> set[URIRef]:
    subjects = {node for node in graph.subjects() if isinstance(node, URIRef)}
    return {node for node in subjects if node in OR}


def test_the_namespace_is_the_files(terms: Graph, stances: Graph) -> None:
    named = {term(name) for name in OR.__annotations__ if not name.startswith("_")}
    assert named == ours(terms) | ours(stances)


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError, match="speeker"):
        _ = OR.speeker


def test_every_term_has_one_label_and_one_comment(terms: Graph, stances: Graph) -> None:
    for graph in (terms, stances):
        for node in ours(graph):
            assert len(list(graph.objects(node, RDFS.label))) == 1, node
            assert len(list(graph.objects(node, RDFS.comment))) == 1, node


def test_every_property_of_a_claim_has_a_range(terms: Graph) -> None:
    kinds = (OWL.ObjectProperty, OWL.DatatypeProperty)
    properties = {node for kind in kinds for node in terms.subjects(RDF.type, kind)}
    assert not {node for node in properties if terms.value(node, RDFS.range) is None}


@pytest.mark.parametrize("file", ["onrecord.ttl", "stances.ttl", "topics.ttl"])
def test_there_are_no_blank_nodes(file: str) -> None:
    graph = Graph().parse(FOLDER / file)
    assert not [node for node in graph.all_nodes() if isinstance(node, BNode)]


def test_the_stances_are_those_of_the_code(stances: Graph) -> None:
    scheme = URIRef("https://w3id.org/onrecord/stances")
    concepts = set(stances.subjects(SKOS.inScheme, scheme))
    assert concepts == {term(stance) for stance in Stance}
    for stance in Stance:
        concept = term(stance)
        assert stances.value(concept, SKOS.notation) == Literal(str(stance))
        assert (concept, RDF.type, OWL.ObjectProperty) in stances
        assert stances.value(concept, SKOS.definition) is not None
        polarity = stances.value(concept, OR.defaultPolarity)
        assert str(polarity) == POLARITIES[DEFAULT_POLARITY[stance]].value


def test_all_stances_that_plover_codes_have_their_match(stances: Graph) -> None:
    matched = set(stances.subjects(SKOS.closeMatch, None))
    assert matched == {term(stance) for stance in Stance} - {OR.expects, OR.asserts}
    for match in stances.objects(None, SKOS.closeMatch):
        assert stances.value(match, SKOS.prefLabel) is not None, match


def test_values_carry_the_notation_of_the_record(terms: Graph) -> None:
    for names in (POLARITIES, QUOTE_TYPES, DATE_BASES, MODALITIES, PRECISIONS):
        for value, node in names.items():
            notation = terms.value(URIRef(node.value), SKOS.notation)
            assert notation == Literal(str(value))
    assert len(POLARITIES) == len(Polarity)


def test_the_shapes_name_only_terms_that_exist(terms: Graph, stances: Graph) -> None:
    text = (FOLDER / "shapes.ttl").read_text(encoding="utf-8")
    used = {term(name) for name in re.findall(r"\bor:(\w+)", text)}
    assert used <= ours(terms) | ours(stances)


def test_the_shapes_cover_every_property_of_a_claim(terms: Graph) -> None:
    shapes = Graph().parse(FOLDER / "shapes.ttl")
    paths = set(shapes.objects(None, URIRef("http://www.w3.org/ns/shacl#path")))
    of_claims = set(terms.subjects(RDFS.domain, OR.Claim))
    between_claims = {OR.restates, OR.contradicts, OR.reverses, OR.respondsTo}
    assert of_claims - between_claims <= paths


def test_the_context_names_every_property(terms: Graph) -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))
    names = set(context["@context"])
    properties = set(terms.subjects(RDF.type, OWL.ObjectProperty))
    properties |= set(terms.subjects(RDF.type, OWL.DatatypeProperty))
    assert {str(node).rpartition("#")[2] for node in properties} <= names
    assert set(Stance) <= names


# rdflib 7.6 calls what it has itself deprecated
@pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")
def test_the_context_reads_a_plain_document_as_claims() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))
    document = {
        "id": "https://data.example/claim/1",
        "type": "Claim",
        "speaker": "https://data.example/agent/russia",
        "stance": "demands",
        "earliestDate": "2025-03-11",
    }
    read = Graph().parse(data=json.dumps(context | document), format="json-ld")
    claim = URIRef("https://data.example/claim/1")
    assert read.value(claim, RDF.type) == OR.Claim
    assert read.value(claim, OR.stance) == OR.demands
    assert read.value(claim, OR.earliestDate) == Literal(date(2025, 3, 11))
