"""Agents or topics page by page, those with most claims first."""

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple

from graph.search.cursor import Cursor, from_text, to_text

_PAGE = """
SELECT key, claims, {columns} FROM {table}
WHERE claims BETWEEN 1 AND :rank AND {condition}
  AND (claims < :rank OR id > coalesce((SELECT id FROM {table} WHERE key = :key), ''))
ORDER BY claims DESC, id LIMIT :limit
"""

_FIRST = Cursor(2**53, 0, None)
"""Before any: nothing has so many claims."""


class Listing(NamedTuple):
    """A table of the read model: which columns of it are told, of which rows."""

    table: str
    columns: str
    condition: str


def page(
    db: sqlite3.Connection,
    listing: Listing,
    values: Mapping[str, object],
    *,
    asked: str,
    limit: int | None,
    cursor: str | None,
) -> tuple[list[tuple[Any, ...]], str | None]:
    """The columns of one page, and the cursor of the page after it, if any.

    `values` are those of the condition, `asked` says what they stand for; a limit of
    None is none. Raises BadInput for a cursor of another question.
    """
    asked = f"{listing.table} {asked}"
    after = from_text(cursor, asked) if cursor else _FIRST
    place = {"rank": int(after.rank), "key": after.key}
    most = {"limit": -1 if limit is None else limit + 1}
    sql = _PAGE.format(**listing._asdict())
    rows = db.execute(sql, {**values, **place, **most}).fetchall()
    entries = [tuple(columns) for _, _, *columns in rows[:limit]]
    if limit is None or len(rows) <= limit:
        return entries, None
    key, claims, *_ = rows[limit - 1]
    return entries, to_text(Cursor(claims, key, None), asked)
