"""Who said it first."""

from dataclasses import dataclass

from graph.features.lookup import claims_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim

MOST = 100
"""More claims than these cannot tell who was first."""


@dataclass(frozen=True)
class First:
    """Claims that may have been the first, the earliest possible before others."""

    claims: tuple[Claim, ...]

    @property
    def certain(self) -> bool:
        """Whether the dates leave only one."""
        return len(self.claims) == 1


def first_said(source: ReadModel | HasReadModel, wanted: ClaimFilter) -> First:
    """The first of the claims that match, with all that the dates cannot put later.

    A claim "in March" may be earlier than one of 11 March: both are given. Claims
    with only one known end, or none, are left out.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        where = f"earliest > 0 AND latest > 0 AND {chosen.where}"
        rows = db.execute(
            f"SELECT claim.key FROM claim WHERE {where} AND earliest <="
            f" (SELECT min(latest) FROM claim WHERE {where})"
            " ORDER BY earliest, latest, claim.key LIMIT ?",
            (*chosen.parameters, *chosen.parameters, MOST),
        ).fetchall()
        keys = [key for (key,) in rows]
        claims = claims_by_key(model, keys)
    return First(tuple(claims[key] for key in keys))
