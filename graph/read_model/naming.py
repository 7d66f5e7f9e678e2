"""Names in the read model that no claim brings: the topic scheme's, and former ones."""

import sqlite3
from collections.abc import Iterable, Sequence

from graph.curation.curation import Also
from graph.read_model.keys import Keys
from ontology.ids import slug
from ontology.topics import TopicScheme


def write_scheme(db: sqlite3.Connection, scheme: TopicScheme) -> None:
    """Put a topic scheme in place of the one that was there."""
    db.execute("DELETE FROM broader")
    keys = Keys(db)
    for concept in scheme.concepts:
        labels = (concept.label, *concept.alt_labels)
        keys.name("topic", concept.id, {concept.id, *map(slug, labels)})
        db.execute(
            "UPDATE topic SET label = ? WHERE id = ?", (concept.label, concept.id)
        )
        db.executemany(
            "INSERT OR IGNORE INTO broader (narrower, broader) VALUES (?, ?)",
            [(concept.id, broader) for broader in concept.broader],
        )


def forget_names(db: sqlite3.Connection, kind: str, owners: Iterable[str]) -> None:
    """Take the names of some agents or topics out; those that hold come back."""
    for owner in owners:
        rows = db.execute(
            "SELECT key, slug FROM name WHERE kind = ? AND owner = ?", (kind, owner)
        ).fetchall()
        # a contentless index needs the very words to take them out again
        db.executemany(
            "INSERT INTO name_text (name_text, rowid, name) VALUES ('delete', ?, ?)",
            [(key, slug.replace("-", " ")) for key, slug in rows],
        )
        db.execute("DELETE FROM name WHERE kind = ? AND owner = ?", (kind, owner))
    db.execute("DELETE FROM meta WHERE name = 'scheme'")  # its names are due again


def write_also(db: sqlite3.Connection, also: Sequence[Also]) -> None:
    """Put further names in place of those that were there."""
    db.execute("DELETE FROM also")
    db.executemany("INSERT INTO also (kind, slug, owner) VALUES (?, ?, ?)", also)
