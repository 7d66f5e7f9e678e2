"""What a million articles a day would take, reckoned from the figures of a run.

`docs/scale.md` has this table. Each row names the one that it is reckoned from; of
several sizes or numbers of cores, the largest counts.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.benchmarks.figures import Figure
from tests.benchmarks.generator import CLAIMS_PER_ARTICLE

ARTICLES = 1_000_000
"""A day."""

DAY = 86_400.0

CLAIMS = "claims an article"


@dataclass(frozen=True)
class Row:
    """A need, and the measured row that it comes from.

    `reckon` is given the measured value and the claims of a day.
    """

    need: str
    table: str
    row: str
    reckon: Callable[[float, float], float]


def cores_to_read(milliseconds: float, _: float) -> float:
    """Cores for an article's CPU time."""
    return milliseconds * ARTICLES / 1000 / DAY


def cores_to_write(milliseconds: float, claims: float) -> float:
    """Cores for the CPU time of an article of the generator."""
    return milliseconds / CLAIMS_PER_ARTICLE * claims / 1000 / DAY


def gigabytes(bytes_a_claim: float, claims: float) -> float:
    """Of all claims."""
    return bytes_a_claim * claims / 1e9


ROWS = (
    Row("claims, million", "ingest", CLAIMS, lambda _, claims: claims / 1e6),
    Row("cores, all of an ingest", "ingest", "CPU ms an article", cores_to_read),
    Row(
        "cores, extraction in it",
        "extraction",
        "CPU ms an article of 740 words: claims, all of it",
        cores_to_read,
    ),
    Row(
        "cores, storing article by article",
        "storage",
        f"ingest an article of {CLAIMS_PER_ARTICLE} claims, ms",
        cores_to_write,
    ),
    Row(
        "cores, storing in bulk",
        "storage",
        "first load, claims/s of CPU time",
        lambda rate, claims: claims / rate / DAY,
    ),
    Row("disk for graphs, GB", "storage", "store, bytes a claim", gigabytes),
    Row("disk for read models, GB", "storage", "read model, bytes a claim", gigabytes),
    Row(
        "network to a server, Mbit/s",
        "storage",
        "N-Quads, bytes a claim",
        lambda each, claims: gigabytes(each, claims) * 8000 / DAY,
    ),
)


def scale(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The rows whose measured ones are there."""
    measured = {(each.table, each.row): each.value for each in figures}
    claims = measured.get(("ingest", CLAIMS), 0.0) * ARTICLES
    for row in ROWS:
        value = measured.get((row.table, row.row))
        if claims and value is not None:
            name = f"{row.need} (*{row.row}*)"
            yield Figure("scale", name, "a day", row.reckon(value, claims))
