"""Who is for a topic and who against it, and since when."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graph.dates import iso
from graph.features.later import LATER, key_in
from graph.features.latest import taking_sides
from graph.features.lookup import agents_by_key, claims_by_key
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.plan import plan
from ontology.claim import AgentRef, Claim


@dataclass(frozen=True)
class Side:
    """A speaker on one side: its latest claim there and how many there are.

    `since` is the day of the first dated one, None where none is dated; `before` is
    how many of its earlier claims were on the other side.
    """

    speaker: AgentRef
    claim: Claim
    claims: int
    since: str | None
    before: int


@dataclass(frozen=True)
class Sides:
    """Each speaker on the side that its latest claim takes, most claims first."""

    supporters: tuple[Side, ...]
    opponents: tuple[Side, ...]


class _Row(NamedTuple):
    """A speaker's claims of one polarity."""

    speaker: int
    polarity: int
    claims: int
    since: int
    later: int


_SIDES = f"""
SELECT claim.speaker, polarity, count(*), ifnull(min(nullif(claim.earliest, 0)), 0),
  max({LATER})
FROM claim WHERE {{where}} GROUP BY 1, 2
"""


def sides(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, limit: int = 20
) -> Sides:
    """Who takes which side in the claims that match, at most `limit` on each.

    `wanted` names the topic.
    """
    model = read_model_of(source)
    with model.reading() as db:
        chosen = plan(db, taking_sides(wanted))
        sql = _SIDES.format(where=chosen.where)
        rows = [_Row(*row) for row in db.execute(sql, chosen.parameters)]
        standing = _standing(rows)
        shown = [each for side in standing.values() for each in side[:limit]]
        agents = agents_by_key(db, (row.speaker for row, _ in shown))
        claims = claims_by_key(model, (key_in(row.later) for row, _ in shown))
    found: dict[int, list[Side]] = {1: [], -1: []}
    for row, before in shown:
        speaker, claim = agents[row.speaker], claims[key_in(row.later)]
        side = Side(speaker, claim, row.claims, iso(row.since), before)
        found[row.polarity].append(side)
    return Sides(tuple(found[1]), tuple(found[-1]))


def _standing(rows: Iterable[_Row]) -> dict[int, list[tuple[_Row, int]]]:
    """By polarity the rows of those who stand there now, with most claims first, and
    how many claims each made on the other side."""
    by_speaker: defaultdict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        by_speaker[row.speaker].append(row)
    found: dict[int, list[tuple[_Row, int]]] = {1: [], -1: []}
    for several in by_speaker.values():
        last = max(several, key=lambda row: row.later)
        others = sum(row.claims for row in several if row is not last)
        found[last.polarity].append((last, others))
    for side in found.values():
        side.sort(key=lambda each: (-each[0].claims, each[0].speaker))
    return found
