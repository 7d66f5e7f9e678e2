"""All claims that match a filter, without pages: for exports and analyses."""

from collections.abc import Iterator

from graph.batches import batched
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim
from ontology.errors import BadInput

_TOGETHER = 500


def claims(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    limit: int | None = None,
    by_day: bool = False,
) -> Iterator[Claim]:
    """All claims that match, a few hundred at a time.

    They come in the order of their arrival, or of their days, undated ones first.
    Raises BadInput where there are more than `limit`.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        order = "day, claim.key" if by_day else "claim.key"
        sql = f"SELECT claim.key FROM claim WHERE {chosen.where} ORDER BY {order}"
        most = -1 if limit is None else limit + 1
        rows = db.execute(f"{sql} LIMIT ?", (*chosen.parameters, most)).fetchall()
    if limit is not None and len(rows) > limit:
        raise BadInput(f"more than {limit} claims match: narrow the filter")
    keys = (key for (key,) in rows)
    for several in batched(keys, _TOGETHER):
        yield from model.claims(several)
