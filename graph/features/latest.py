"""The latest claim in each group: what positions and comparisons rest on."""

import sqlite3
from enum import StrEnum
from typing import NamedTuple

import numpy as np

from graph.features.later import LATER, key_in, later
from graph.features.topics_asked import keys_asked, topics_asked
from graph.read_model.columns import Array, Columns
from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.in_memory import Matched, matched_in_memory
from graph.search.plan import plan


class Group(StrEnum):
    """What claims are grouped by."""

    TOPIC = "topic"
    SPEAKER = "claim.speaker"


_TABLES = {
    Group.TOPIC: "claim JOIN claim_topic ON claim_topic.claim = claim.key",
    Group.SPEAKER: "claim",
}


class Latest(NamedTuple):
    """A group's key, the key of its latest claim and how many it has."""

    group: int
    claim: int
    claims: int


def latest(
    model: ReadModel, db: sqlite3.Connection, wanted: ClaimFilter, group: Group
) -> list[Latest]:
    """Of each group the latest claim, those with most claims first.

    Of one day the outspoken claim counts, as `graph.features.later` says.
    """
    chosen = plan(db, wanted)
    by_topic = group is Group.TOPIC
    matched = matched_in_memory(model, db, chosen)
    if matched:
        if by_topic:
            return _by_topic(matched, keys_asked(db, wanted))
        return _by_speaker(matched)
    about = topics_asked(db, wanted) if by_topic else "1"
    rows = db.execute(
        f"SELECT {group}, max({LATER}), count(*) FROM {_TABLES[group]}"
        f" WHERE {chosen.where} AND {about} GROUP BY 1"
        " ORDER BY 3 DESC, 1",
        chosen.parameters,
    )
    return [Latest(key, key_in(number), claims) for key, number, claims in rows]


def _by_topic(matched: Matched, topics: set[int] | None) -> list[Latest]:
    claims, groups = matched.entries(topics)
    return _latest_of(groups, claims, matched.columns)


def _by_speaker(matched: Matched) -> list[Latest]:
    return _latest_of(matched["speaker"], matched.keys, matched.columns)


def _latest_of(groups: Array, keys: Array, columns: Columns) -> list[Latest]:
    """The same of claims by their keys, each in a group."""
    counts = np.bincount(groups)
    last = np.zeros(len(counts), dtype=np.int64)
    np.maximum.at(last, groups, later(columns, keys))
    order = np.lexsort((np.arange(len(counts)), -counts))[: np.count_nonzero(counts)]
    found = zip(
        *(each.tolist() for each in (order, last[order], counts[order])), strict=True
    )
    return [Latest(group, key_in(number), claims) for group, number, claims in found]


def taking_sides(wanted: ClaimFilter) -> ClaimFilter:
    """The same, but only claims that are for or against."""
    return ClaimFilter.of(polarity=("+", "-"), all_of=(wanted,))
