"""How a position went over time: a speaker's claims topic by topic, in order."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from graph.dates import iso
from graph.features.later import OUTSPOKEN
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import POLARITIES, STANCES
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.stances import Polarity, Stance


@dataclass(frozen=True)
class Step:
    """One claim on the way: its id, day (None: not known), stance and polarity."""

    claim: str
    day: str | None
    stance: Stance
    polarity: Polarity


_STEPS = f"""
SELECT topic, id, day, stance, polarity FROM (
  SELECT topic.id AS topic, claim.id, claim.day, stance, polarity,
    row_number() OVER (
      PARTITION BY topic.key
      ORDER BY claim.day DESC, {OUTSPOKEN} DESC, claim.key DESC) AS place
  FROM claim JOIN claim_topic ON claim_topic.claim = claim.key
  JOIN topic ON topic.key = claim_topic.topic
  WHERE topic.id IN (SELECT value FROM json_each(?)) AND {{where}}
) WHERE place <= ? ORDER BY topic, place DESC
"""


def tracks(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    topics: Iterable[str],
    *,
    most: int = 12,
) -> dict[str, tuple[Step, ...]]:
    """For each topic id its latest `most` claims, the oldest first.

    Claims without a date come first: nothing tells how old they are.
    """
    listed = json.dumps(list(topics))
    with read_model_of(source).reading() as db:
        chosen = plan(db, wanted)
        sql = _STEPS.format(where=chosen.where)
        rows = db.execute(sql, (listed, *chosen.parameters, most)).fetchall()
    found: dict[str, tuple[Step, ...]] = {}
    for topic, id, day, stance, polarity in rows:
        step = Step(id, iso(day), STANCES[stance], POLARITIES[polarity])
        found[topic] = (*found.get(topic, ()), step)
    return found
