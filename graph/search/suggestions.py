"""Agents and topics whose names go on as what is typed so far."""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from ontology.ids import slug

_LEADING = 500
"""How many of those with most claims are looked through before the word index is.

Of one typed letter the index finds a fifteenth of all names, to be sorted; among
the leading ones there are ten of it nearly always."""

_TABLES = {"agent": ("name", "kind"), "topic": ("label", "NULL")}
"""The columns that hold the name and the kind."""


@dataclass(frozen=True)
class Suggestion:
    """A name with what a filter takes for it; `kind` is that of an agent."""

    id: str
    label: str
    kind: str | None
    claims: int


@dataclass(frozen=True)
class Suggestions:
    """What may be meant, of each sort those with most claims first."""

    agents: tuple[Suggestion, ...] = ()
    topics: tuple[Suggestion, ...] = ()


def suggestions(
    source: ReadModel | HasReadModel, typed: str, *, limit: int = 10
) -> Suggestions:
    """Those that have, for every word typed, a word in a name that begins so.

    Case and accents do not count. At most `limit` of each sort; none without a word.
    """
    words = _words(typed)
    if not words:
        return Suggestions()
    with read_model_of(source).reading() as db:
        return Suggestions(
            agents=_suggested(db, "agent", words, limit),
            topics=_suggested(db, "topic", words, limit),
        )


def _suggested(
    db: sqlite3.Connection, table: str, words: list[str], limit: int
) -> tuple[Suggestion, ...]:
    found = _among_leading(db, table, words, limit)
    if len(found) < limit:
        found = _by_index(db, table, words, limit)
    return tuple(found)


def _among_leading(
    db: sqlite3.Connection, table: str, words: list[str], limit: int
) -> list[Suggestion]:
    rows = db.execute(f"{_selected(table)} ORDER BY claims DESC, id LIMIT {_LEADING}")
    found: list[Suggestion] = []
    for row in rows:
        if _goes_on(row[1], words):
            found.append(Suggestion(*row))
            if len(found) == limit:
                break
    return found


def _by_index(
    db: sqlite3.Connection, table: str, words: list[str], limit: int
) -> list[Suggestion]:
    """By every way in which they are written, names that they have taken over too."""
    begins = "-".join(words)
    # a cross join keeps its order: else all names are gone through, one by one
    rows = db.execute(
        f"{_selected(table)} AND id IN (SELECT owner FROM name_text"
        "  CROSS JOIN name ON name.key = name_text.rowid"
        "  WHERE name_text MATCH ? AND kind = ?"
        "  UNION SELECT owner FROM also WHERE kind = ? AND slug BETWEEN ? AND ?)"
        " ORDER BY claims DESC, id LIMIT ?",
        (_begun(words), table, table, begins, f"{begins}\U0010ffff", limit),
    )
    return [Suggestion(*row) for row in rows]


def _selected(table: str) -> str:
    label, kind = _TABLES[table]
    return f"SELECT id, {label}, {kind}, claims FROM {table} WHERE claims > 0"


def _begun(words: Iterable[str]) -> str:
    """A full-text expression: nothing of that language gets in by a word."""
    return " ".join(f'"{word}"*' for word in words)


def _goes_on(label: str, words: Iterable[str]) -> bool:
    named = _words(label)
    return all(any(each.startswith(word) for each in named) for word in words)


def _words(text: str) -> list[str]:
    """The words of a name as the index has them.

    >>> _words("Côte d’Ivoire")
    ['cote', 'd', 'ivoire']
    """
    if not any(char.isalnum() for char in text):
        return []  # the slug of marks alone is a hash
    return slug(text).split("-")
