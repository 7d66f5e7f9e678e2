"""Statements: claims of several articles that give one speaker's same words."""

import json
import re
from collections import defaultdict
from dataclasses import replace

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.plan import Plan
from ontology.claim import Claim

_OTHERS = """
SELECT shown.key, other.key FROM claim AS shown
JOIN claim AS other INDEXED BY claim_statement
  ON other.wording = shown.wording AND other.speaker = shown.speaker
WHERE shown.key IN (SELECT value FROM json_each(?)) AND other.article <> shown.article
ORDER BY shown.key, other.day = 0, other.day, other.key
"""

_COLUMN = re.compile(r"\bclaim\.")
"""Conditions name each column of a claim with its table."""


def one_a_statement(plan: Plan) -> Plan:
    """The plan for the first stored claim of each statement, of those that match."""
    earlier = (
        "NOT EXISTS (SELECT 1 FROM claim AS twin INDEXED BY claim_statement"
        " WHERE twin.wording = claim.wording AND twin.speaker = claim.speaker"
        f" AND twin.key < claim.key AND ({_COLUMN.sub('twin.', plan.where)}))"
    )
    return replace(
        plan,
        where=f"({plan.where}) AND {earlier}",
        parameters=plan.parameters * 2,
        claims=None,
    )


def carried(model: ReadModel, keys: list[int]) -> tuple[tuple[Claim, ...], ...]:
    """For each claim those of other articles that carry the same statement, the
    copies of its own article last."""
    with model.reading() as db:
        rows = db.execute(_OTHERS, (json.dumps(keys),)).fetchall()
        claims = model.claims([key for _, key in rows])
    others: defaultdict[int, list[Claim]] = defaultdict(list)
    for (shown, _), claim in zip(rows, claims, strict=True):
        others[shown].append(claim)
    for key, copies in model.copies(keys).items():
        others[key].extend(copies)
    return tuple(tuple(others[key]) for key in keys)


def elsewhere(source: ReadModel | HasReadModel, claim: str) -> tuple[Claim, ...]:
    """The claims of other articles that give the same speaker's same words."""
    model = read_model_of(source)
    with model.reading() as db:
        row = db.execute("SELECT key FROM claim WHERE id = ?", (claim,)).fetchone()
    return carried(model, [row[0]])[0] if row else ()
