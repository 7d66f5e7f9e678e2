"""Demands and what was answered, after how long."""

import json
import sqlite3
from dataclasses import dataclass
from itertools import islice

from graph.dates import days_between, number, shifted
from graph.features.lookup import claims_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.read_model.rows import position
from graph.search.filters import ClaimFilter
from graph.search.names import represented, voices
from graph.search.plan import Plan, plan
from ontology.claim import Claim
from ontology.stances import Stance

ANSWERS = (
    Stance.ACCEPTS,
    Stance.SUPPORTS,
    Stance.OPPOSES,
    Stance.PROMISES,
    Stance.PROPOSES,
    Stance.DENIES,
    Stance.DOUBTS,
    Stance.THREATENS,
    Stance.DEMANDS,
)
"""What can answer a demand: a stance towards it, not a report of it."""

WITHIN = 365
"""Days after which nothing counts as an answer any more."""

LOOKED_AT = 5000
"""Demands, the newest, among which those without an answer are looked for."""

_MOST_ANSWERS = 20

_ANSWERING = """
WITH found AS (
  SELECT key FROM claim WHERE speaker IN (SELECT value FROM json_each(:hearers))
    AND day BETWEEN :first AND :last
  UNION SELECT key FROM claim WHERE addressee IN (SELECT value FROM json_each(:side))
    AND day BETWEEN :first AND :last
  UNION SELECT key FROM claim WHERE target IN (SELECT value FROM json_each(:side))
    AND day BETWEEN :first AND :last
)
SELECT key FROM claim WHERE key IN found
  AND stance IN (SELECT value FROM json_each(:stances))
  AND speaker NOT IN (SELECT value FROM json_each(:side))
  AND earliest > 0 AND key <> :demand
  AND EXISTS (
    SELECT 1 FROM claim_topic AS its JOIN claim_topic AS theirs USING (topic)
    WHERE its.claim = claim.key AND theirs.claim = :demand
  )
ORDER BY earliest, key LIMIT :most
"""


Row = tuple[int, int, int | None, int | None, int]
"""A demand's key, speaker, addressee, target and earliest day."""


@dataclass(frozen=True)
class Demand:
    """A demand with what may answer it, the first first, `days` after the demand."""

    demand: Claim
    days: int | None
    answers: tuple[Claim, ...]

    @classmethod
    def of(cls, demand: Claim, answers: tuple[Claim, ...]) -> "Demand":
        """The demand with these answers; without any, no days are known."""
        if not answers:
            return cls(demand, None, ())
        asked = number(demand.date.earliest)
        days = days_between(asked, number(answers[0].date.earliest))
        return cls(demand, max(0, days), answers)


def answers(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    within: int = WITHIN,
    unanswered: bool = False,
    limit: int = 50,
) -> tuple[Demand, ...]:
    """Demands among the claims that match, the newest first, with their answers.

    An answer is a claim of somebody else on the same topic, not earlier and at most
    `within` days later, by one whom the demand addresses or aims at (or who speaks
    for it), or one that itself names the side that demanded. Demands without a date
    are left out: nothing is later than they. With `unanswered` only those count, of
    the newest `LOOKED_AT`, that have none.
    """
    scope = ClaimFilter.of(stance="demands", all_of=(wanted,))
    model = read_model_of(source)
    with model.reading() as db:
        rows = _demands(db, plan(db, scope), LOOKED_AT if unanswered else limit)
        replied = ((row[0], answering(db, row, within)) for row in rows)
        kept = (each for each in replied if not (unanswered and each[1]))
        found = dict(islice(kept, limit))
        keys = (key for demand, replies in found.items() for key in (demand, *replies))
        claims = claims_by_key(model, keys)
    return tuple(
        Demand.of(claims[demand], tuple(claims[key] for key in replies))
        for demand, replies in found.items()
    )


def _demands(db: sqlite3.Connection, chosen: Plan, limit: int) -> list[Row]:
    return db.execute(
        "SELECT claim.key, speaker, addressee, target, earliest FROM claim"
        f" WHERE earliest > 0 AND {chosen.where}"
        " ORDER BY +day DESC, +claim.key DESC LIMIT ?",
        (*chosen.parameters, limit),
    ).fetchall()


def answering(db: sqlite3.Connection, row: Row, within: int = WITHIN) -> list[int]:
    """The keys of what may answer a demand, the first first."""
    demand, speaker, addressee, target, day = row
    asked = {
        "hearers": json.dumps(voices(db, [key for key in (addressee, target) if key])),
        "side": json.dumps(voices(db, represented(db, [speaker]))),
        "stances": json.dumps([position(stance) for stance in ANSWERS]),
        "first": day,
        "last": shifted(day, within),
        "demand": demand,
        "most": _MOST_ANSWERS,
    }
    return [key for (key,) in db.execute(_ANSWERING, asked)]
