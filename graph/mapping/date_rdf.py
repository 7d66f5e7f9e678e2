"""A claim's date as RDF: as written, as EDTF, and the bounds that filters use."""

from collections.abc import Iterator

import pyoxigraph as ox

from graph.dates import Precision, month_day, precision
from graph.mapping.terms import DATE, DATE_BASES, EDTF_DATE, MONTH_DAY, PRECISIONS, node
from graph.mapping.triples import Resources, Triple, backwards, string, typed
from ontology.claim import ClaimDate
from ontology.namespace import OR

TEXT = node(OR.dateText)
EDTF = node(OR.dateEDTF)
EARLIEST = node(OR.earliestDate)
LATEST = node(OR.latestDate)
BASIS = node(OR.dateBasis)
PRECISION = node(OR.datePrecision)
DAY_OF_YEAR = node(OR.dateMonthDay)

_BASES = backwards(DATE_BASES)


def to_rdf(claim: ox.NamedNode, date: ClaimDate) -> Iterator[Triple]:
    """The triples of a claim's date; precision and month-day are read off it."""
    yield claim, BASIS, DATE_BASES[date.basis]
    yield from string(claim, TEXT, date.text)
    yield from typed(claim, EDTF, date.edtf, EDTF_DATE)
    yield from typed(claim, EARLIEST, date.earliest, DATE)
    yield from typed(claim, LATEST, date.latest, DATE)
    exactness, day = precision(date), month_day(date)
    if date.edtf or exactness is not Precision.UNKNOWN:
        yield claim, PRECISION, PRECISIONS[exactness]
    if day:
        written = f"--{day // 100:02}-{day % 100:02}"
        yield from typed(claim, DAY_OF_YEAR, written, MONTH_DAY)


def from_rdf(resources: Resources, claim: str) -> ClaimDate:
    """The date of a claim; the pair of `to_rdf`."""
    return ClaimDate(
        text=resources.maybe(claim, TEXT),
        edtf=resources.maybe(claim, EDTF),
        earliest=resources.maybe(claim, EARLIEST),
        latest=resources.maybe(claim, LATEST),
        basis=_BASES[resources.one(claim, BASIS)],
    )
