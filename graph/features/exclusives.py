"""What only one outlet has."""

from enum import StrEnum

from graph.features.lookup import claims_by_key
from graph.features.same_quote import carrier
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim


class Sameness(StrEnum):
    """When two outlets have the same."""

    WORDS = "words"
    """The same quoted words."""
    POSITION = "position"
    """The same speaker takes the same stance on the same topic."""


_NO_COPY = f"""NOT EXISTS (
  SELECT 1 FROM copy
  WHERE copy.claim = claim.key AND {carrier("copy")} <> {carrier("claim")})"""

_ELSEWHERE = f"{carrier('other')} <> {carrier('claim')}"

_SAME = {
    Sameness.WORDS: f"""
SELECT claim.key FROM claim WHERE quote <> 1 AND {{where}} AND {_NO_COPY}
AND NOT EXISTS (
  SELECT 1 FROM claim AS other INDEXED BY claim_wording
  WHERE other.quote <> 1 AND other.wording = claim.wording AND {_ELSEWHERE}
) ORDER BY +claim.day DESC, +claim.key DESC LIMIT ?
""",
    Sameness.POSITION: f"""
SELECT claim.key FROM claim WHERE {{where}} AND {_NO_COPY}
AND NOT EXISTS (
  SELECT 1 FROM claim AS other INDEXED BY claim_speaker
  WHERE other.speaker = claim.speaker AND other.stance = claim.stance
    AND {_ELSEWHERE} AND EXISTS (
      SELECT 1 FROM claim_topic AS its JOIN claim_topic AS theirs USING (topic)
      WHERE its.claim = claim.key AND theirs.claim = other.key)
) ORDER BY +claim.day DESC, +claim.key DESC LIMIT ?
""",
}


def exclusives(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    same: Sameness = Sameness.WORDS,
    limit: int = 50,
) -> tuple[Claim, ...]:
    """Claims that match and that no other outlet has, the newest first.

    By words, only verbatim and part-verbatim claims are looked at.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        sql = _SAME[same].format(where=chosen.where)
        rows = db.execute(sql, (*chosen.parameters, limit)).fetchall()
        claims = claims_by_key(model, (key for (key,) in rows))
    return tuple(claims.values())
