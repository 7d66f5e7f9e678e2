"""The vocabulary as Oxigraph nodes, and the record's closed values as terms of it."""

import pyoxigraph as ox
from rdflib import URIRef
from rdflib.namespace import OWL, PROV, RDF, RDFS, SDO, SKOS, XSD

from graph.dates import Precision
from ontology.claim import AgentKind, DateBasis, Modality, QuoteType
from ontology.namespace import EDTF, OR, term
from ontology.stances import Polarity, Stance

OA = "http://www.w3.org/ns/oa#"

PREFIXES = {
    "or": str(OR._NS),
    "topic": "https://w3id.org/onrecord/topic/",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "oa": OA,
    "owl": str(OWL),
    "prov": str(PROV),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "schema": str(SDO),
    "skos": str(SKOS),
    "xsd": str(XSD),
}
"""The prefixes that queries may use undeclared and that exports declare."""

PROLOGUE = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
"""The same prefixes as SPARQL declares them."""


def node(term: URIRef | str) -> ox.NamedNode:
    """A term of a vocabulary as an Oxigraph node."""
    return ox.NamedNode(str(term))


TYPE = node(RDF.type)
LABEL = node(RDFS.label)
COMMENT = node(RDFS.comment)
NAME = node(SDO.name)
TEXT = node(SDO.text)
CONCEPT = node(SKOS.Concept)
PREFERRED_LABEL = node(SKOS.prefLabel)
AGENT = node(PROV.Agent)
BEHALF = node(PROV.actedOnBehalfOf)
SPECIALIZES = node(PROV.specializationOf)
DERIVED = node(PROV.wasDerivedFrom)
REVISES = node(PROV.wasRevisionOf)
GENERATED = node(PROV.wasGeneratedBy)
USED = node(PROV.used)
ASSOCIATED = node(PROV.wasAssociatedWith)
ENDED = node(PROV.endedAtTime)
ACTIVITY = node(PROV.Activity)
SOFTWARE = node(PROV.SoftwareAgent)
VERSION = node(SDO.softwareVersion)
ARTICLE = node(SDO.NewsArticle)
HAS_SOURCE = node(OA + "hasSource")
COPY = node(OR.copyOf)
AS_GIVEN = node(OR.asGiven)
REVISION = node(OR.revision)

INTEGER = node(XSD.integer)
DECIMAL = node(XSD.decimal)
DATE = node(XSD.date)
DATE_TIME = node(XSD.dateTime)
MONTH_DAY = node(XSD.gMonthDay)
EDTF_DATE = node(EDTF)

STANCES = {stance: node(term(stance)) for stance in Stance}

POLARITIES = {
    Polarity.FOR: node(OR.inFavour),
    Polarity.AGAINST: node(OR.against),
    Polarity.NEITHER: node(OR.neutral),
}

QUOTE_TYPES = {quote: node(term(quote)) for quote in QuoteType}

MODALITIES = {modality: node(term(modality)) for modality in Modality}

PRECISIONS = {precision: node(term(precision)) for precision in Precision}

DATE_BASES = {
    DateBasis.STATED: node(OR.stated),
    DateBasis.RELATIVE: node(OR.relative),
    DateBasis.INFERRED_YEAR: node(OR.inferredYear),
    DateBasis.ARTICLE: node(OR.articleDate),
    DateBasis.NONE: node(OR.undated),
}

KINDS = {
    AgentKind.PERSON: node(SDO.Person),
    AgentKind.ORGANIZATION: node(SDO.Organization),
    AgentKind.COUNTRY: node(SDO.Country),
    AgentKind.GROUP: node(OR.Group),
    AgentKind.UNNAMED: node(OR.UnnamedAgent),
}
