"""Claims about claims: which restate, contradict, reverse or answer others.

They are derived from the claims, never extracted: by a step that can be run again,
into a graph of their own that names the step. Each relation goes from the later
claim to the nearest earlier one, so that there are about as many as claims: all
pairs of a topic that a thousand speak on would be a million, and no wiser.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from graph.features.answers import answering
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import position
from ontology.stances import Stance


class Kind(StrEnum):
    """How a claim relates to an earlier one."""

    RESTATES = "restates"
    """The same speaker, again the same stance on the same topic, or the same words."""
    CONTRADICTS = "contradicts"
    """Another speaker, the other side of the same topic."""
    REVERSES = "reverses"
    """The same speaker, the other side of the same topic."""
    RESPONDS_TO = "respondsTo"
    """An answer to a demand."""


@dataclass(frozen=True)
class Relation:
    """One claim's relation to another, by their ids."""

    kind: Kind
    claim: str
    other: str


_RESTATED = """
SELECT key, before FROM (
  SELECT claim.key, lag(claim.key) OVER (
    PARTITION BY claim.speaker, topic, stance, polarity
    ORDER BY day, claim.key) AS before
  FROM claim JOIN claim_topic ON claim_topic.claim = claim.key WHERE day > 0
) WHERE before IS NOT NULL
UNION
SELECT key, first FROM (
  SELECT key, first_value(key) OVER (
    PARTITION BY speaker, wording ORDER BY day = 0, day, key) AS first
  FROM claim WHERE quote <> 1
) WHERE key <> first
"""

_REVERSED = """
SELECT DISTINCT key, before FROM (
  SELECT claim.key, polarity, earliest,
    lag(claim.key) OVER spoken AS before,
    lag(polarity) OVER spoken AS was, lag(latest) OVER spoken AS ended
  FROM claim JOIN claim_topic ON claim_topic.claim = claim.key
  WHERE earliest > 0 AND latest > 0 AND polarity <> 0
  WINDOW spoken AS (
    PARTITION BY claim.speaker, topic ORDER BY earliest, claim.key)
) WHERE polarity <> was AND ended < earliest
"""

_SIDES = """
SELECT topic, claim.key, claim.speaker, polarity
FROM claim JOIN claim_topic ON claim_topic.claim = claim.key WHERE polarity <> 0
ORDER BY topic, day = 0, day, claim.key
"""


def relations(source: ReadModel | HasReadModel) -> Iterator[Relation]:
    """All relations among the claims, kind by kind."""
    model = read_model_of(source)
    with model.reading() as db:
        ids = dict(db.execute("SELECT key, id FROM claim"))
        yield from _named(Kind.RESTATES, db.execute(_RESTATED), ids)
        yield from _named(Kind.REVERSES, db.execute(_REVERSED), ids)
        opposed = dict.fromkeys(_opposed(db.execute(_SIDES)))
        yield from _named(Kind.CONTRADICTS, opposed, ids)
        stance = position(Stance.DEMANDS)
        demands = db.execute(
            "SELECT key, speaker, addressee, target, earliest FROM claim"
            " WHERE stance = ? AND earliest > 0 ORDER BY key",
            (stance,),
        ).fetchall()
        for row in demands:
            answers = ((answer, row[0]) for answer in answering(db, row))
            yield from _named(Kind.RESPONDS_TO, answers, ids)


_Side = tuple[int, int, int, int]
"""Topic, claim, speaker and polarity."""


def _opposed(rows: Iterable[_Side]) -> Iterator[tuple[int, int]]:
    """Each claim with the nearest one before it on its topic that opposes it."""
    for _, sides in groupby(rows, key=lambda row: row[0]):
        # of each side the last two speakers: one of them is not the speaker itself
        last: dict[int, list[tuple[int, int]]] = {1: [], -1: []}
        for _, key, speaker, polarity in sides:
            others = [other for who, other in last[-polarity] if who != speaker]
            if others:
                yield key, others[0]
            rest = [each for each in last[polarity] if each[0] != speaker]
            last[polarity] = [(speaker, key), *rest[:1]]


def _named(
    kind: Kind, pairs: Iterable[tuple[int, int]], ids: dict[int, str]
) -> Iterator[Relation]:
    for claim, other in pairs:
        yield Relation(kind, ids[claim], ids[other])
