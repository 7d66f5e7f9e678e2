"""Counts kept with every write, so that what is common costs nothing to count."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping

FIELDS = ("stance", "polarity", "quote", "modality", "precision", "basis", "year")
"""The columns of closed values that are counted; of a modality, each bit."""

_FIELD = 100_000
"""Above any value of a field."""


def term_key(field: str, value: int) -> int:
    """The key of a value of a field; polarities go from -1 to 1.

    >>> term_key("stance", 0), term_key("polarity", -1)
    (1, 100000)
    """
    return FIELDS.index(field) * _FIELD + value + 1


def terms_of(row: Mapping[str, int]) -> Iterable[int]:
    """The keys of the values that a claim's columns have."""
    for field in ("stance", "polarity", "quote", "precision", "basis"):
        yield term_key(field, row[field])
    bits = row["modality"]
    yield from (term_key("modality", bit) for bit in range(3) if bits >> bit & 1)
    if row["day"]:
        yield term_key("year", row["day"] // 10000)


def counted(db: sqlite3.Connection, field: str, values: Iterable[int]) -> int:
    """How many claims have one of the values; claims with several count so often."""
    keys = [term_key(field, value) for value in values]
    marks = ", ".join("?" * len(keys))
    row = db.execute(f"SELECT sum(claims) FROM term WHERE key IN ({marks})", keys)
    return row.fetchone()[0] or 0


def tally(db: sqlite3.Connection, field: str) -> Counter[int]:
    """How many claims have each value of a field."""
    first = term_key(field, -1)
    rows = db.execute(
        "SELECT key, claims FROM term WHERE claims > 0 AND key BETWEEN ? AND ?",
        (first, first + _FIELD - 1),
    )
    return Counter({key - first - 1: claims for key, claims in rows})


def within(db: sqlite3.Connection, since: int, until: int) -> int:
    """How many dated claims overlap with the days; 0 leaves an end open."""
    row = db.execute(
        "SELECT sum(claims) FROM span WHERE (earliest > 0 OR latest > 0)"
        " AND (? = 0 OR latest >= ? OR latest = 0) AND (? = 0 OR earliest <= ?)",
        (since, since, until, until),
    )
    return row.fetchone()[0] or 0
