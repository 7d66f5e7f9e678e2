"""The latest claim in each group: what positions and comparisons rest on."""

import sqlite3
from enum import StrEnum

from graph.features.topics_asked import topics_asked
from graph.filters import ClaimFilter
from graph.plan import plan


class Group(StrEnum):
    """What claims are grouped by."""

    TOPIC = "topic"
    SPEAKER = "claim.speaker"


_KEYS = 10**10
"""Above any key of a claim: day and key make one number that orders by both."""

_TABLES = {
    Group.TOPIC: "claim JOIN claim_topic ON claim_topic.claim = claim.key",
    Group.SPEAKER: "claim",
}

LATER = f"max(claim.latest, claim.earliest) * {_KEYS} + claim.key"
"""A number of a claim, in SQL: that of the latest is the greatest."""

_LATEST = f"max({LATER}) % {_KEYS}"


def key_in(later: int) -> int:
    """The key of the claim that has this number."""
    return later % _KEYS


def latest(
    db: sqlite3.Connection, wanted: ClaimFilter, group: Group
) -> list[tuple[int, int, int]]:
    """For each group its key, the key of its latest claim and how many it has.

    Dated claims go before undated ones; of one day the last to arrive counts. The
    groups with most claims come first.
    """
    chosen = plan(db, wanted)
    about = topics_asked(db, wanted) if group is Group.TOPIC else "1"
    return db.execute(
        f"SELECT {group}, {_LATEST}, count(*) FROM {_TABLES[group]}"
        f" WHERE {chosen.where} AND {about} GROUP BY 1"
        " ORDER BY 3 DESC, 1",
        chosen.parameters,
    ).fetchall()


def taking_sides(wanted: ClaimFilter) -> ClaimFilter:
    """The same, but only claims that are for or against."""
    return ClaimFilter.of(polarity=("+", "-"), all_of=(wanted,))
