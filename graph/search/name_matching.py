"""Agents and topics that a name of unknown spelling may mean, each with a score."""

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from graph.read_model.model import HasReadModel, ReadModel, read_model_of
from ontology.ids import slug

SIMILAR = 200
"""Names that are compared letter by letter: those that share the rarest words."""

STEM = 4
"""Letters by which words are sought: further on, spellings differ."""

LEAST = 40.0
"""Scores below are chance: two names of one length share so many letters."""

_SIMILAR = """
SELECT kind, owner, slug FROM name_text CROSS JOIN name ON name.key = name_text.rowid
WHERE name_text MATCH ? ORDER BY rank LIMIT ?
"""

_EXACT = """
SELECT kind, owner FROM name WHERE slug IN (?, ?)
UNION SELECT kind, owner FROM also WHERE slug IN (?, ?)
"""

_KNOWN = {
    "agent": "SELECT id, name, kind, claims FROM agent",
    "topic": "SELECT id, label, NULL, claims FROM topic",
}


@dataclass(frozen=True)
class Candidate:
    """What may be meant: `sort` is agent or topic, `kind` what an agent is.

    `score` goes to 100; `exact` if it is the very name or id.
    """

    sort: str
    id: str
    name: str
    kind: str | None
    claims: int
    score: float
    exact: bool


def candidates(
    source: ReadModel | HasReadModel, written: str, *, sorts: Collection[str]
) -> tuple[Candidate, ...]:
    """What the name may mean, the best first; of equal ones that with most claims."""
    with read_model_of(source).reading() as db:
        exact = set(_exact(db, written))
        scores = _scores(_similar(db, written), written) | dict.fromkeys(exact, 100.0)
        known = [
            Candidate(sort, *row, scores[sort, row[0]], (sort, row[0]) in exact)
            for sort in sorts
            for row in _known(db, sort, [id for of, id in scores if of == sort])
        ]
    return tuple(sorted(known, key=lambda each: (-each.score, -each.claims, each.id)))


def similarity(one: str, other: str) -> float:
    """How alike two names are, from 0 to 100; the order of words does not count.

    >>> similarity("Brandt, Ana", "Ana Brandt"), similarity("Ana", "Berg")
    (100.0, 0.0)
    """
    first, second = _sorted_words(one), _sorted_words(other)
    return round(100 * SequenceMatcher(None, first, second, autojunk=False).ratio(), 1)


def _sorted_words(name: str) -> str:
    return " ".join(sorted(slug(name).split("-")))


def _scores(
    names: Iterable[tuple[str, str, str]], written: str
) -> dict[tuple[str, str], float]:
    """The best score of each owner over all its names."""
    best: dict[tuple[str, str], float] = {}
    for sort, owner, name in names:
        score = similarity(written, name)
        if score >= LEAST:
            best[sort, owner] = max(score, best.get((sort, owner), 0.0))
    return best


def _similar(db: sqlite3.Connection, written: str) -> Iterable[tuple[str, str, str]]:
    if not any(char.isalnum() for char in written):
        return ()  # the slug of marks alone is a hash
    begun = " OR ".join(f'"{word[:STEM]}"*' for word in slug(written).split("-"))
    return db.execute(_SIMILAR, (begun, SIMILAR)).fetchall()


def _exact(db: sqlite3.Connection, written: str) -> Iterable[tuple[str, str]]:
    """Those whose very name or id it is, also one that they have taken over."""
    return db.execute(_EXACT, (written, slug(written)) * 2).fetchall()


def _known(
    db: sqlite3.Connection, sort: str, ids: list[str]
) -> Iterable[tuple[str, str, str | None, int]]:
    listed = f"{_KNOWN[sort]} WHERE id IN (SELECT value FROM json_each(?))"
    return db.execute(listed, (json.dumps(ids),)).fetchall()
