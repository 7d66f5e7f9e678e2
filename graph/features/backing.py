"""Who supports whose demand."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from graph.features.lookup import claims_by_key, topics_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import position
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim, Topic
from ontology.stances import Stance

_BACKING = (Stance.SUPPORTS, Stance.ACCEPTS)

_PAIRS = """
WITH demand AS (
  SELECT topic, claim.speaker, claim.key, day
  FROM claim JOIN claim_topic ON claim_topic.claim = claim.key WHERE {where}
  ORDER BY day DESC, claim.key DESC LIMIT ?
), backing AS (
  SELECT demand.topic, demand.key AS demand, backer.key AS support, backer.day
  FROM demand JOIN claim_topic ON claim_topic.topic = demand.topic
  JOIN claim AS backer ON backer.key = claim_topic.claim
  WHERE backer.stance IN ({stances}) AND backer.polarity > 0
    AND backer.speaker <> demand.speaker
    AND (backer.day >= demand.day OR backer.day = 0)
)
SELECT topic, demand, support FROM backing ORDER BY demand DESC, topic, day, support
LIMIT ?
"""


@dataclass(frozen=True)
class Backing:
    """A demand, and those who later were for its topic or accepted it."""

    topic: Topic
    demand: Claim
    support: tuple[Claim, ...]


def backing(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 200
) -> tuple[Backing, ...]:
    """Demands among the claims that match, with the support that others gave.

    At most `limit` claims of support, for the latest demands first.
    """
    scope = ClaimFilter.of(stance="demands", all_of=(wanted,))
    stances = ", ".join(str(position(stance)) for stance in _BACKING)
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, scope)
        sql = _PAIRS.format(where=chosen.where, stances=stances)
        rows = db.execute(sql, (*chosen.parameters, limit, limit)).fetchall()
        topics = topics_by_key(db, (row[0] for row in rows))
        claims = claims_by_key(model, (key for row in rows for key in row[1:]))
    return tuple(_grouped(rows, topics, claims))


def _grouped(
    rows: list[tuple[int, int, int]],
    topics: dict[int, Topic],
    claims: dict[int, Claim],
) -> Iterator[Backing]:
    for (topic, demand), several in groupby(rows, key=lambda row: row[:2]):
        support = tuple(claims[row[2]] for row in several)
        yield Backing(topics[topic], claims[demand], support)
