"""How a filter is answered: by seeking its rarest condition, or along the dates.

SQLite's planner knows averages; speakers and topics are anything but average (the
first of them has a tenth of all claims), so the choice is made here by counts.
"""

import sqlite3
from dataclasses import dataclass
from math import prod

from graph.read_model.columns import Test
from graph.search.condition import Condition, Value, every
from graph.search.conditions import conditions
from graph.search.filters import ClaimFilter

_UNCOUNTED = 0.3
"""Share of claims that a condition without an estimate is taken to let through."""

_SORTED_ROW = 1.5
"""What a claim costs that is sought and sorted, against one met along an index."""

MANY = 0.002
"""Share of all claims that SQLite would have to look at, from which it is quicker to
look at all of them in memory: a claim is looked at in 10 ns there, in 2 us here."""


@dataclass(frozen=True)
class Plan:
    """How SQL finds the claims of a filter: `where`, with its parameters.

    `sought`: an index of one of its conditions finds them. `claims`: how many match,
    where the counts that are kept tell. `test`: the filter as a test of the columns
    in memory, where that is quicker and they have what it asks for.
    """

    where: str
    parameters: tuple[Value, ...]
    sought: bool
    claims: int | None = None
    test: Test | None = None


@dataclass(frozen=True)
class Conditions:
    """What a filter asks, and how many claims there are at most."""

    parts: list[Condition]
    total: int

    @classmethod
    def of(cls, db: sqlite3.Connection, wanted: ClaimFilter) -> "Conditions":
        """With estimates as of what `db` reads."""
        total = db.execute("SELECT ifnull(max(key), 0) FROM claim").fetchone()[0]
        return cls(conditions(db, wanted), total)

    @property
    def test(self) -> Test | None:
        """The filter as a test of the columns; None where they cannot tell."""
        return every(self.parts)

    def plan(self, *, limit: int | None = None) -> Plan:
        """The plan for the first `limit` along an index, None for all of them."""
        parts = self.parts
        counted = [part for part in parts if part.estimate is not None and part.indexed]
        rarest = min(counted, key=lambda part: part.estimate or 0, default=None)
        if rarest is None or _along_is_cheaper(parts, rarest, self.total, limit):
            return _where(parts, None, self.total)
        return _where(parts, rarest, self.total)


def plan(db: sqlite3.Connection, wanted: ClaimFilter) -> Plan:
    """The plan for all claims that match."""
    return Conditions.of(db, wanted).plan()


def matching(db: sqlite3.Connection, wanted: ClaimFilter) -> Plan:
    """The filter as a test of claims that something else finds."""
    return Conditions.of(db, wanted).plan(limit=0)


def _along_is_cheaper(
    parts: list[Condition], rarest: Condition, total: int, limit: int | None
) -> bool:
    if limit is None or not rarest.estimate:
        return False
    passing = prod(_share(part, total) for part in parts)
    return min(limit / passing, total) < rarest.estimate * _SORTED_ROW


def _share(part: Condition, total: int) -> float:
    if part.estimate is None:
        return _UNCOUNTED
    return max(part.estimate, 1) / max(total, part.estimate, 1)


def _where(parts: list[Condition], driver: Condition | None, total: int) -> Plan:
    ordered = sorted(parts, key=lambda part: part is not driver)
    many = driver is None or (driver.estimate or 0) > MANY * total
    sql = (part.seek if part is driver else part.check for part in ordered)
    return Plan(
        " AND ".join(f"({part})" for part in sql) or "1",
        tuple(value for part in ordered for value in part.parameters),
        driver is not None,
        parts[0].estimate if len(parts) == 1 and parts[0].exact else None,
        every(parts) if many else None,
    )
