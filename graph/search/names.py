"""From what a user writes to the agents, topics and outlets that it may mean."""

import json
import re
import sqlite3

from ontology.ids import slug

_WORD = re.compile(r"\w+")

_SPEAK_FOR = """
WITH RECURSIVE voice (key) AS (
  SELECT value FROM json_each(?)
  UNION
  SELECT represents.agent FROM represents JOIN voice ON principal = voice.key
)
SELECT key FROM voice
"""

_SPOKEN_FOR = """
WITH RECURSIVE side (key) AS (
  SELECT value FROM json_each(?)
  UNION
  SELECT represents.principal FROM represents
  JOIN side ON represents.agent = side.key
)
SELECT key FROM side
"""

_NARROWER = """
WITH RECURSIVE below (id) AS (
  SELECT value FROM json_each(?)
  UNION
  SELECT broader.narrower FROM broader JOIN below ON broader.broader = below.id
)
SELECT id FROM below
"""


def owners(db: sqlite3.Connection, kind: str, written: str) -> list[str]:
    """Ids of the agents or topics called so.

    A whole name or an id decides ("Russia" is not "Russia Today"); only where
    there is none do all those count that have these words in their name.
    """
    exact = db.execute(
        "SELECT owner FROM name WHERE kind = ? AND slug IN (?, ?) ORDER BY owner",
        (kind, written, slug(written)),
    ).fetchall()
    found = [owner for (owner,) in exact]
    taken = _taken(db, kind, [written, slug(written)])
    if not found and not taken:
        found = _by_words(db, kind, written)
    return sorted({*found, *taken, *_taken(db, kind, found)})


def _taken(db: sqlite3.Connection, kind: str, ids: list[str]) -> list[str]:
    """Ids of those that have taken over these ids or names."""
    rows = db.execute(
        "SELECT owner FROM also WHERE kind = ?"
        " AND slug IN (SELECT value FROM json_each(?))",
        (kind, json.dumps(ids)),
    )
    return [owner for (owner,) in rows]


def called(db: sqlite3.Connection, kind: str, words: str) -> list[str]:
    """Ids of all agents or topics that have these words in a name."""
    return sorted({*owners(db, kind, words), *_by_words(db, kind, words)})


def _by_words(db: sqlite3.Connection, kind: str, written: str) -> list[str]:
    words = _WORD.findall(slug(written).replace("-", " "))
    if not words:
        return []
    # a cross join keeps its order: else all names are gone through, one by one
    found = db.execute(
        "SELECT DISTINCT owner FROM name_text"
        " CROSS JOIN name ON name.key = name_text.rowid"
        " WHERE name_text MATCH ? AND kind = ? ORDER BY owner",
        (" ".join(f'"{word}"' for word in words), kind),
    )
    return [owner for (owner,) in found]


def agent_keys(
    db: sqlite3.Connection, names: tuple[str, ...], *, delegates: bool = False
) -> list[int]:
    """Keys of the agents called so; with `delegates`, of those who speak for them."""
    ids = [owner for name in names for owner in owners(db, "agent", name)]
    keys = _keys(db, "agent", ids)
    return voices(db, keys) if delegates else keys


def voices(db: sqlite3.Connection, keys: list[int]) -> list[int]:
    """The agents and all who speak for them, at any remove."""
    return [key for (key,) in db.execute(_SPEAK_FOR, (json.dumps(keys),))]


def represented(db: sqlite3.Connection, keys: list[int]) -> list[int]:
    """The agents and all for whom they speak, at any remove."""
    return [key for (key,) in db.execute(_SPOKEN_FOR, (json.dumps(keys),))]


def topic_keys(
    db: sqlite3.Connection, names: tuple[str, ...], *, narrower: bool = True
) -> list[int]:
    """Keys of the topics called so; with `narrower`, of all below them too."""
    ids = [owner for name in names for owner in owners(db, "topic", name)]
    if narrower:
        ids = [id for (id,) in db.execute(_NARROWER, (json.dumps(ids),))]
    return _keys(db, "topic", ids)


def outlet_keys(db: sqlite3.Connection, names: tuple[str, ...]) -> list[int]:
    """Keys of the outlets with these names, ids or hosts."""
    return _keys(db, "outlet", [slug(name.removeprefix("www.")) for name in names])


def article_keys(db: sqlite3.Connection, ids: tuple[str, ...]) -> list[int]:
    """Keys of the articles with these ids."""
    return _keys(db, "article", list(ids))


def _keys(db: sqlite3.Connection, table: str, ids: list[str]) -> list[int]:
    found = db.execute(
        f"SELECT key FROM {table} WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    return sorted({key for (key,) in found})
