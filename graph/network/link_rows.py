"""The claims among some nodes, counted: in SQL, or from the columns in memory."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from graph.dates import NEVER
from graph.read_model.columns import Array, Columns
from graph.read_model.model import ReadModel
from graph.search.filters import ClaimFilter
from graph.search.in_memory import Matched, matched_in_memory
from graph.search.plan import Plan, matching, plan


class LinkRow(NamedTuple):
    """Claims that join two nodes and are alike, with the first and last day of any.

    `first` is None where no day is known, `last` then 0. `since` and `until` are the
    months of all of them (year * 100 + month, 0: not known), where these count too.
    """

    start: int
    end: int
    role: str
    stance: int
    polarity: int
    claims: int
    first: int | None
    last: int
    since: int = 0
    until: int = 0


_ROLES = ("topic", "addressee", "target")

_COUNTED = "stance, polarity, count(*), min(nullif(earliest, 0)), max(latest)"

_BY_MONTH = ", earliest / 100, latest / 100"

_LINKS = f"""
WITH agent_in (key) AS (SELECT value FROM json_each(?)),
  topic_in (key) AS (SELECT value FROM json_each(?))
SELECT claim.speaker, -topic, 'topic', {_COUNTED}{{by}}
FROM claim_topic JOIN claim ON claim.key = claim_topic.claim
WHERE topic IN topic_in AND claim_topic.speaker IN agent_in AND {{where}}
GROUP BY 1, 2, 4, 5{{by}}
UNION ALL
SELECT speaker, addressee, 'addressee', {_COUNTED}{{by}} FROM claim
WHERE addressee IN agent_in AND +speaker IN agent_in AND {{where}}
GROUP BY 1, 2, 4, 5{{by}}
UNION ALL
SELECT speaker, target, 'target', {_COUNTED}{{by}} FROM claim
WHERE target IN agent_in AND +speaker IN agent_in AND {{where}}
GROUP BY 1, 2, 4, 5{{by}}
"""


def link_rows(
    model: ReadModel,
    db: sqlite3.Connection,
    keys: Iterable[int],
    wanted: ClaimFilter,
    *,
    by_month: bool = False,
) -> list[LinkRow]:
    """The claims among these nodes; with `by_month` also by the months of their dates.

    By role, then in the order of their ends.
    """
    distinct = sorted(set(keys))
    agents = [key for key in distinct if key > 0]
    topics = [-key for key in distinct if key < 0]
    matched = matched_in_memory(model, db, plan(db, wanted))
    if matched:
        return _in_memory(matched, agents, topics, by_month=by_month)
    return _in_sql(db, matching(db, wanted), agents, topics, by_month=by_month)


def _in_sql(
    db: sqlite3.Connection,
    chosen: Plan,
    agents: Sequence[int],
    topics: Sequence[int],
    *,
    by_month: bool,
) -> list[LinkRow]:
    sql = _LINKS.format(where=chosen.where, by=_BY_MONTH if by_month else "")
    listed = json.dumps(agents), json.dumps(topics)
    rows = db.execute(sql, (*listed, *chosen.parameters * len(_ROLES)))
    return [LinkRow(*row) for row in rows]


def _in_memory(
    matched: Matched, agents: Sequence[int], topics: Sequence[int], *, by_month: bool
) -> list[LinkRow]:
    columns = matched.columns
    spoken = matched.mask & columns.among("speaker", agents)
    claims, ends = columns.entries(spoken, topics)
    found = [(claims, -ends)]
    for role in _ROLES[1:]:
        keys = np.flatnonzero(spoken & columns.among(role, agents))
        found.append((keys, columns[role][keys]))
    roles = np.repeat(np.arange(len(found)), [len(keys) for keys, _ in found])
    keys, ends = (np.concatenate(each) for each in zip(*found, strict=True))
    return _counted(columns, roles, keys, ends, by_month=by_month)


def _counted(
    columns: Columns, roles: Array, keys: Array, ends: Array, *, by_month: bool
) -> list[LinkRow]:
    """Claims by their keys, each in a role that leads to an end."""
    if not len(keys):
        return []
    earliest, latest = columns["earliest"].take(keys), columns["latest"].take(keys)
    months = [earliest // 100, latest // 100] if by_month else []
    ways = [roles, columns["speaker"].take(keys), ends]
    ways += [columns["stance"].take(keys), columns["polarity"].take(keys)]
    order, begins = _groups(ways, months)
    first = np.where(earliest > 0, earliest, NEVER)[order]
    found = zip(
        *(each[order[begins]].tolist() for each in ways),
        np.diff(begins, append=len(keys)).tolist(),
        np.minimum.reduceat(first, begins).tolist(),
        np.maximum.reduceat(latest[order], begins).tolist(),
        *(each[order[begins]].tolist() for each in months),
        strict=True,
    )
    return [
        LinkRow(start, end, _ROLES[role], stance, sign, claims, _day(day), *rest)
        for role, start, end, stance, sign, claims, day, *rest in found
    ]


def _groups(ways: Sequence[Array], months: Sequence[Array]) -> tuple[Array, Array]:
    """An order that has rows together which are alike, and where each group begins."""
    alike = _numbered(ways)
    if months:  # numbered anew, so that there is room for them
        alike = _numbered([np.unique(alike, return_inverse=True)[1], *months])
    order = np.argsort(alike, kind="stable")
    return order, np.flatnonzero(np.diff(alike[order], prepend=-1))


def _day(number: int) -> int | None:
    return None if number == NEVER else number


def _numbered(columns: Sequence[Array]) -> Array:
    """A number for each row: equal where all columns are, rising as they do in turn."""
    code = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        least = int(column.min())
        code = code * (int(column.max()) - least + 1) + (column - least)
    return code
