"""What came in last, whatever day it is of: what feeds tell."""

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim


def arrivals(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 50
) -> tuple[Claim, ...]:
    """The claims that match and were stored last, the latest first."""
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        rows = db.execute(
            f"SELECT claim.key FROM claim WHERE {chosen.where}"
            " ORDER BY claim.key DESC LIMIT ?",
            (*chosen.parameters, limit),
        ).fetchall()
        return model.claims([key for (key,) in rows])
