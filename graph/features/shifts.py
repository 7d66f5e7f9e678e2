"""Shifts: the same speaker, the same topic, the stance turned over."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from graph.features.later import LATER, later
from graph.features.latest import taking_sides
from graph.features.lookup import claims_by_key, topics_by_key
from graph.features.topics_asked import keys_asked, topics_asked
from graph.read_model.columns import Array, Columns
from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from graph.search.filters import ClaimFilter
from graph.search.in_memory import matched_in_memory
from graph.search.plan import plan
from ontology.claim import Claim, Topic
from ontology.stances import Stance


@dataclass(frozen=True)
class Shift:
    """The last claim on one side and the first on the other, both in full."""

    topic: Topic
    before: Claim
    after: Claim


_Row = tuple[int, int, int]
"""The keys of a topic, of the claim before and of the one after."""

_SHIFTS = f"""
WITH side AS (  -- polarity and key are those of the claim that has the maximum
  SELECT topic, claim.key, polarity, earliest, latest, {{voice}} AS voice, max({LATER})
  FROM claim JOIN claim_topic ON claim_topic.claim = claim.key
  WHERE earliest > 0 AND latest > 0 AND {{where}} AND {{about}}
  GROUP BY topic, voice, earliest, latest
), pair AS (
  SELECT topic, key, polarity, earliest,
    lag(key) OVER spoken AS before,
    lag(polarity) OVER spoken AS was,
    lag(latest) OVER spoken AS ended
  FROM side WINDOW spoken AS (
    PARTITION BY voice, topic ORDER BY earliest, latest, key)
)
SELECT topic, before, key FROM pair
WHERE polarity <> was AND ended < earliest
ORDER BY earliest DESC, key DESC, topic LIMIT ?
"""


def shifts(
    source: ReadModel | HasReadModel,
    wanted: ClaimFilter,
    *,
    voice: str | None = None,
    limit: int = 100,
) -> tuple[Shift, ...]:
    """Where a speaker went from for to against a topic, or back; the latest first.

    Each speaker is compared with itself; with `voice`, that actor and all who speak
    for it count as one. The dates must tell which claim is the later: claims
    without dates, or whose dates overlap, make no shift. Of several with the same
    dates one counts: the outspoken one, as `graph.features.later` says.
    """
    scope = taking_sides(wanted)
    if voice is not None:
        scope = ClaimFilter.of(speaker=voice, all_of=(scope,))
    model = read_model_of(source)
    with model.reading() as db:
        rows = _rows(model, db, scope, limit, together=voice is not None)
        topics = topics_by_key(db, (row[0] for row in rows))
        claims = claims_by_key(model, (key for row in rows for key in row[1:]))
    return tuple(Shift(topics[row[0]], claims[row[1]], claims[row[2]]) for row in rows)


def _rows(
    model: ReadModel,
    db: sqlite3.Connection,
    scope: ClaimFilter,
    limit: int,
    *,
    together: bool,
) -> list[_Row]:
    chosen = plan(db, scope)
    matched = matched_in_memory(model, db, chosen)
    if matched:
        claims, topics = matched.entries(keys_asked(db, scope))
        voices = _voices(matched.columns, claims, together=together)
        return _in_memory(matched.columns, _Spoken(claims, topics, voices), limit)
    voice = "0" if together else "claim.speaker"
    about = topics_asked(db, scope)
    sql = _SHIFTS.format(where=chosen.where, about=about, voice=voice)
    return db.execute(sql, (*chosen.parameters, limit)).fetchall()


class _Spoken(NamedTuple):
    """Claims by their keys, each with one of its topics, and whose voice it is."""

    claims: Array
    topics: Array
    voices: Array

    def at(self, places: Array) -> "_Spoken":
        """Those at these places, in this order."""
        return _Spoken(*(each[places] for each in self))


def _voices(columns: Columns, claims: Array, *, together: bool) -> Array:
    return np.zeros_like(claims) if together else columns["speaker"][claims]


def _in_memory(columns: Columns, spoken: _Spoken, limit: int) -> list[_Row]:
    """The rows of `_SHIFTS`, without SQL."""
    claims, topics, voices = _one_of_each_date(columns, spoken)
    before, after = claims[:-1], claims[1:]
    turned = np.flatnonzero(
        (voices[:-1] == voices[1:])
        & (topics[:-1] == topics[1:])
        & (columns["polarity"][before] != columns["polarity"][after])
        & (columns["latest"][before] < columns["earliest"][after])
    )
    topics, before, after = topics[1:][turned], before[turned], after[turned]
    newest = np.lexsort((topics, -after, -columns["earliest"][after]))[:limit]
    return list(
        zip(*(each[newest].tolist() for each in (topics, before, after)), strict=True)
    )


def _one_of_each_date(columns: Columns, spoken: _Spoken) -> _Spoken:
    """Dated claims by voice, topic and date: of one date that which counts."""
    earliest, latest = (columns[name][spoken.claims] for name in ("earliest", "latest"))
    dated = np.flatnonzero((earliest > 0) & (latest > 0))
    spoken, days = spoken.at(dated), (earliest[dated], latest[dated])
    order = np.lexsort(
        (later(columns, spoken.claims), *reversed(days), spoken.topics, spoken.voices)
    )
    same = (*days, spoken.topics, spoken.voices)
    return spoken.at(order[_lasts([each[order] for each in same])])


def _lasts(sorted_by: Sequence[Array]) -> Array:
    """The places of the last of each run in which none of the values changes."""
    changed = [each[1:] != each[:-1] for each in sorted_by]
    last = np.append(np.logical_or.reduce(changed), True)
    return np.flatnonzero(last[: len(sorted_by[0])])


def dropped(
    source: ReadModel | HasReadModel, wanted: ClaimFilter, *, voice: str | None = None
) -> tuple[Shift, ...]:
    """Demands that the same speaker, or `voice`, later turned against."""
    found = shifts(source, wanted, voice=voice, limit=1000)
    return tuple(shift for shift in found if shift.before.stance is Stance.DEMANDS)
