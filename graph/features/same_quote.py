"""One quote in several outlets."""

from dataclasses import dataclass

from graph.features.lookup import claims_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import Claim


def carrier(table: str) -> str:
    """SQL for who carries a claim, or a copy of one, that is a row of this table.

    Its outlet; where none is known, its article stands for one of its own.

    >>> carrier("copy")
    'CASE copy.outlet WHEN 0 THEN -copy.article ELSE copy.outlet END'
    """
    return f"CASE {table}.outlet WHEN 0 THEN -{table}.article ELSE {table}.outlet END"


_SHARED = f"""
WITH quoted AS (
  SELECT wording, key, day, {carrier("claim")} AS carrier
  FROM claim WHERE quote <> 1 AND {{where}}
), carried AS (
  SELECT wording, carrier FROM quoted
  UNION ALL
  SELECT wording, {carrier("copy")} FROM quoted JOIN copy ON copy.claim = quoted.key
), shared AS (
  SELECT wording, count(DISTINCT carrier) AS carriers FROM carried
  GROUP BY wording HAVING carriers >= ? ORDER BY carriers DESC, wording LIMIT ?
)
SELECT quoted.wording, carriers, quoted.key FROM shared JOIN quoted USING (wording)
ORDER BY carriers DESC, quoted.wording, day, quoted.key
"""


@dataclass(frozen=True)
class SharedQuote:
    """The claims that give the same words, by date, and how many outlets do."""

    outlets: int
    claims: tuple[Claim, ...]


def same_quotes(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    outlets: int = 2,
    limit: int = 50,
) -> tuple[SharedQuote, ...]:
    """Verbatim and part-verbatim claims whose words several outlets carry.

    Marks and case do not count. The most widely carried come first.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, wanted)
        sql = _SHARED.format(where=chosen.where)
        rows = db.execute(sql, (*chosen.parameters, outlets, limit)).fetchall()
        claims = claims_by_key(model, (row[2] for row in rows))
        copies = model.copies(list(claims))
    groups: dict[tuple[int, int], list[Claim]] = {}
    for wording, carriers, key in rows:
        groups.setdefault((wording, carriers), []).extend(
            (claims[key], *copies.get(key, ()))
        )
    return tuple(
        SharedQuote(carriers, tuple(several))
        for (_, carriers), several in groups.items()
    )
