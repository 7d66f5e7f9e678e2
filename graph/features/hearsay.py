"""Hearsay: who says that another said."""

from graph.features.lookup import claims_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim

_CHAINS = """
WITH RECURSIVE chain (inner_claim, last, path, length) AS (
  SELECT claim.key, claim.key, CAST(claim.key AS TEXT), 1 FROM claim WHERE {where}
  UNION ALL
  SELECT chain.inner_claim, reported.outer_claim,
    reported.outer_claim || ' ' || path, length + 1
  FROM chain JOIN reported ON reported.inner_claim = chain.last WHERE length < 20
)
SELECT path FROM chain WHERE length > 1 AND NOT EXISTS (
  SELECT 1 FROM reported WHERE reported.inner_claim = chain.last
) ORDER BY length DESC, inner_claim DESC LIMIT ?
"""


def hearsay(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 50
) -> tuple[tuple[Claim, ...], ...]:
    """Chains of claims, each within the content of the one before it.

    The last of each is the claim that matches: what Z said, as B said, as A said.
    The longest come first.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        where = f"{chosen.where} AND claim.key IN (SELECT inner_claim FROM reported)"
        sql = _CHAINS.format(where=where)
        rows = db.execute(sql, (*chosen.parameters, limit)).fetchall()
        chains = [[int(key) for key in path.split()] for (path,) in rows]
        claims = claims_by_key(model, (key for chain in chains for key in chain))
    return tuple(tuple(claims[key] for key in chain) for chain in chains)
