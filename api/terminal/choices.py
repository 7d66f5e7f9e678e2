"""Closed lists that options choose from.

Each is one of the library's enumerations again, member by member: importing those
would load all that they stand beside, and `--help` would be slow. A test compares.
"""

from enum import StrEnum


class Output(StrEnum):
    """How an answer is printed: for people, or for programs."""

    TABLE = "table"
    JSON = "json"


class Form(StrEnum):
    """How claims are printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class Results(StrEnum):
    """How results are printed; of CONSTRUCT and DESCRIBE always as N-Triples."""

    TABLE = "table"
    JSON = "json"
    XML = "xml"
    CSV = "csv"
    TSV = "tsv"


class Quoted(StrEnum):
    """`ontology.claim.QuoteType`."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Reality(StrEnum):
    """`ontology.claim.Modality`."""

    CONDITIONAL = "conditional"
    FUTURE = "future"
    NEGATED = "negated"


class Dated(StrEnum):
    """`graph.dates.Precision`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    LONGER = "longer"
    OPEN = "open"
    UNKNOWN = "unknown"


class Sorting(StrEnum):
    """`graph.search.query.Order`."""

    NEWEST = "newest"
    OLDEST = "oldest"
    RELEVANCE = "relevance"
    CONFIDENCE = "confidence"


class Counted(StrEnum):
    """`graph.search.facets.Field`."""

    SPEAKER = "speaker"
    STANCE = "stance"
    POLARITY = "polarity"
    TOPIC = "topic"
    OUTLET = "outlet"
    QUOTE = "quote"
    YEAR = "year"


class Width(StrEnum):
    """`graph.search.timeline.Width`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Split(StrEnum):
    """`graph.search.timeline.Split`."""

    NONE = "none"
    STANCE = "stance"
    POLARITY = "polarity"


class Mode(StrEnum):
    """`graph.network.path_query.Mode`."""

    SHORTEST = "shortest"
    K_SHORTEST = "k-shortest"
    ALL = "all"


class Direction(StrEnum):
    """`graph.network.path_query.Direction`."""

    ANY = "any"
    OUT = "out"


class Sameness(StrEnum):
    """`graph.features.exclusives.Sameness`."""

    WORDS = "words"
    POSITION = "position"


class Measure(StrEnum):
    """`graph.network.centrality.Measure`."""

    DEGREE = "degree"
    BETWEENNESS = "betweenness"
